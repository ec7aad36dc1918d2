package io.lodestone.lots.trace.api;

import io.lodestone.lots.trace.TraceList;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** {@code ?format=csv} says the same as {@code Accept: text/csv}, for those who can only write an address. */
public class CsvFormat {

    static final String TEXT_CSV = "text/csv";

    private static final String LISTS =
            Stream.of(TraceList.values()).map(TraceList::wire).collect(Collectors.joining("|"));
    private static final String PATH = "/?lots/[^/]+/(" + LISTS + ")/?";

    @ServerRequestFilter(preMatching = true)
    public void accept(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().matches(PATH)) {
            return;
        }
        List<String> format = request.getUriInfo().getQueryParameters().getOrDefault("format", List.of());
        if (format.contains("csv")) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, TEXT_CSV);
        } else if (format.contains("json")) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
