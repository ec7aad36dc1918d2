package io.lodestone.custody.witness;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a witness is asked: its submission prefix, by http or https, without user, query and fragment.
 *
 * @param path of add-checkpoint below the prefix
 */
public record WitnessUrl(boolean secure, String host, int port, String path) {

    /** Reads a prefix; {@link IllegalArgumentException} unless it is one. */
    public static WitnessUrl parse(String prefix) {
        URI uri;
        try {
            uri = new URI(prefix);
        } catch (URISyntaxException e) {
            throw malformed();
        }
        boolean secure = "https".equals(uri.getScheme());
        if (!secure && !"http".equals(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw malformed();
        }
        int port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw malformed();
        }
        return new WitnessUrl(secure, uri.getHost(), port, uri.getRawPath().replaceAll("/+$", "") + "/add-checkpoint");
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a witness's URL is http or https, a host, and a path at most");
    }
}
