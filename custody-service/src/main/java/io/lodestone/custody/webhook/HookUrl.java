package io.lodestone.custody.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a webhook goes: a scheme, a host by name, a port, and a path with query. No user, no fragment, one spelling.
 *
 * @param target path and query
 */
public record HookUrl(boolean secure, String host, int port, String target) {

    public static final int MAX_LENGTH = 512;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final String NAME = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    public static HookUrl parse(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme();
        String host = uri.getHost();
        boolean web = "https".equals(scheme) || "http".equals(scheme);
        if (!web || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw malformed();
        }
        // The last label begins with a letter, so that no spelling of a number is taken for a name.
        if (!host.equals(host.toLowerCase(Locale.ROOT)) || !host.matches(NAME)) {
            throw malformed();
        }
        boolean secure = "https".equals(scheme);
        int port = uri.getPort() == -1 ? (secure ? HTTPS : HTTP) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw malformed();
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        HookUrl url =
                new HookUrl(secure, host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        if (!url.toString().equals(text) && !url.toString().equals(text + "/")) {
            throw malformed();
        }
        return url;
    }

    private static URI uri(String text) {
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw malformed();
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "must be a URL such as https://hooks.example.com/lodestone, with a host name in"
                        + " lower case, no user and no fragment");
    }

    @Override
    public String toString() {
        boolean usual = port == (secure ? HTTPS : HTTP);
        return (secure ? "https://" : "http://") + host + (usual ? "" : ":" + port) + target;
    }
}
