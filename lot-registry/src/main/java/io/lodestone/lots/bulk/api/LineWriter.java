package io.lodestone.lots.bulk.api;

import io.lodestone.lots.bulk.api.BulkResource.Line;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes lines as they are: an object mapper would make a JSON string of what is JSON already. */
@Provider
@Produces(BulkResource.LINES)
public class LineWriter implements MessageBodyWriter<Line> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Line.class;
    }

    @Override
    public void writeTo(
            Line line,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(line.text().getBytes(StandardCharsets.UTF_8));
    }
}
