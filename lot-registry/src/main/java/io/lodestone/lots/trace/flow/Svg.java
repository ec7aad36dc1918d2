package io.lodestone.lots.trace.flow;

/** Writes SVG. Lengths come as hundredths of a pixel; texts are escaped here and nowhere else. */
final class Svg {

    private final StringBuilder out = new StringBuilder(8_192);

    void begin(long width, long height, String title, String description, String style) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" width=\"")
                .append(px(width))
                .append("\" height=\"")
                .append(px(height))
                .append("\" viewBox=\"0 0 ")
                .append(px(width))
                .append(' ')
                .append(px(height))
                .append("\">\n<title id=\"title\">")
                .append(escaped(title))
                .append("</title>\n<desc id=\"desc\">")
                .append(escaped(description))
                .append("</desc>\n<style>")
                .append(style)
                .append("</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    }

    String end() {
        return out.append("</svg>\n").toString();
    }

    void text(long x, long y, String look, String text) {
        out.append("<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n".formatted(px(x), px(y), look, escaped(text)));
    }

    void rect(long x, long y, long width, long height, String look, String colour, String says) {
        out.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\" fill=\"%s\"><title>%s</title></rect>\n"
                        .formatted(px(x), px(y), px(width), px(height), look, colour, escaped(says)));
    }

    void shape(String path, String look, String colour, String says) {
        out.append("<path d=\"%sZ\" class=\"%s\" fill=\"%s\"><title>%s</title></path>\n"
                .formatted(path, look, colour, escaped(says)));
    }

    /** One command of a path, with its points. */
    String path(char command, long... lengths) {
        StringBuilder path = new StringBuilder().append(command);
        for (int i = 0; i < lengths.length; i++) {
            path.append(i == 0 ? "" : " ").append(px(lengths[i]));
        }
        return path.toString();
    }

    static String px(long hundredths) {
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        return rest == 0 ? sign + whole : "%s%d.%02d".formatted(sign, whole, rest);
    }

    /** XML 1.0 section 2.4; what section 2.2 excludes becomes a question mark. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == 9 || c == 10 || c == 13 || (c >= 32 && c < 0xD800) || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
    }
}
