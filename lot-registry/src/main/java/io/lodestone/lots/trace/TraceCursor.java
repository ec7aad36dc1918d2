package io.lodestone.lots.trace;

import io.lodestone.evidence.digest.Base64Text;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A place in a stored walk. It means something only to who made the walk, so the same cursor gives the same lots.
 *
 * @param position of the first lot of the page
 */
public record TraceCursor(UUID trace, int position) {

    private static final int LENGTH = 20;

    /** {@link IllegalArgumentException} unless {@link #toString} could have written it. */
    public static TraceCursor parse(String text) {
        byte[] bytes = Base64Text.decodeUrl(text);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("not a cursor");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        TraceCursor cursor = new TraceCursor(new UUID(in.getLong(), in.getLong()), in.getInt());
        if (cursor.position < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return cursor;
    }

    @Override
    public String toString() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH)
                .putLong(trace.getMostSignificantBits())
                .putLong(trace.getLeastSignificantBits())
                .putInt(position);
        return Base64Text.encodeUrl(out.array());
    }
}
