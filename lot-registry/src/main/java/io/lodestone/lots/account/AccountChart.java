package io.lodestone.lots.account;

import io.lodestone.evidence.plausibility.AlertLimit;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A picture of a running account: what was lost, what is unaccounted for, and the limit of that, which grows with the
 * throughput. Steps, for nothing happens between two statements. Whole numbers only, so it is the same everywhere.
 *
 * @param days in order, those without postings left out
 */
public record AccountChart(Account total, AlertLimit limit, List<DaySum> days) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 84;
    private static final int RIGHT = 24;
    private static final int TOP = 56;
    private static final int BOTTOM = 40;
    private static final int GRID = 4;

    /** A gram: a scale of micrograms would show nothing but noise. */
    private static final BigInteger LEAST_TOP = BigInteger.valueOf(1_000_000);

    /** One running figure: its points in micrograms, one a day, and how it is drawn. */
    private record Line(String name, String style, List<BigInteger> points) {}

    public AccountChart {
        days = List.copyOf(days);
    }

    public String svg() {
        List<Line> lines = lines();
        BigInteger top = top(lines);
        StringBuilder out = new StringBuilder();
        out.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n"
                        + "<title>Running account of %3$s</title>\n"
                        + "<rect width=\"%1$d\" height=\"%2$d\" fill=\"#ffffff\"/>\n"
                        + "<text x=\"%4$d\" y=\"20\" font-size=\"14\" fill=\"#111111\">%3$s: running account, kg</text>\n")
                .formatted(WIDTH, HEIGHT, total.element().symbol(), LEFT));
        grid(out, top);
        dates(out);
        int legend = LEFT;
        for (Line line : lines) {
            out.append("<path d=\"")
                    .append(path(line, top))
                    .append("\" fill=\"none\" ")
                    .append(line.style)
                    .append("/>\n");
            out.append("<path d=\"M%d 38h22\" fill=\"none\" %s/>\n".formatted(legend, line.style));
            out.append("<text x=\"%d\" y=\"42\" fill=\"#111111\">%s</text>\n".formatted(legend + 28, line.name));
            legend += 190;
        }
        return out.append("</svg>\n").toString();
    }

    private List<Line> lines() {
        List<Account> running = new ArrayList<>();
        Account sum = Account.empty(total.element());
        for (DaySum day : days) {
            sum = sum.plus(day.sum());
            running.add(sum);
        }
        return List.of(
                line("stated losses", "stroke=\"#5b8db8\" stroke-width=\"2\"", running, Account::loss),
                line("unaccounted for", "stroke=\"#b3261e\" stroke-width=\"3\"", running, Account::unaccounted),
                line(
                        "limit of unaccounted for",
                        "stroke=\"#444444\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"",
                        running,
                        account -> limit.of(account.throughput()).floor()));
    }

    private static Line line(String name, String style, List<Account> running, Function<Account, BigInteger> figure) {
        return new Line(name, style, running.stream().map(figure).toList());
    }

    /** The smallest 1, 2 or 5 times a power of ten that nothing exceeds. */
    private static BigInteger top(List<Line> lines) {
        BigInteger most = LEAST_TOP;
        for (Line line : lines) {
            for (BigInteger point : line.points) {
                most = most.max(point);
            }
        }
        BigInteger power = BigInteger.TEN.pow(most.toString().length() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            if (power.multiply(BigInteger.valueOf(factor)).compareTo(most) >= 0) {
                return power.multiply(BigInteger.valueOf(factor));
            }
        }
        return power.multiply(BigInteger.TEN);
    }

    private static void grid(StringBuilder out, BigInteger top) {
        for (int i = 0; i <= GRID; i++) {
            BigInteger value = top.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(GRID));
            int y = y(value, top);
            out.append("<path d=\"M%d %dH%d\" stroke=\"#dddddd\"/>\n".formatted(LEFT, y, WIDTH - RIGHT));
            out.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#444444\">%s</text>\n"
                    .formatted(LEFT - 8, y + 4, Kilograms.text(value)));
        }
    }

    private void dates(StringBuilder out) {
        if (days.isEmpty()) {
            out.append("<text x=\"%d\" y=\"%d\" fill=\"#444444\">nothing posted yet</text>\n"
                    .formatted(LEFT, HEIGHT - 14));
            return;
        }
        String text = "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#444444\">%s</text>\n";
        LocalDate last = days.get(days.size() - 1).day();
        out.append(text.formatted(LEFT, HEIGHT - 14, "start", days.get(0).day()));
        if (days.size() > 1) {
            out.append(text.formatted(WIDTH - RIGHT, HEIGHT - 14, "end", last));
        }
    }

    private String path(Line line, BigInteger top) {
        StringBuilder path = new StringBuilder("M%d %d".formatted(LEFT, y(BigInteger.ZERO, top)));
        for (int i = 0; i < days.size(); i++) {
            path.append("H%dV%d".formatted(x(days.get(i).day()), y(line.points.get(i), top)));
        }
        return path.append("H%d".formatted(WIDTH - RIGHT)).toString();
    }

    private int x(LocalDate day) {
        LocalDate first = days.get(0).day();
        long span = Math.max(
                1, ChronoUnit.DAYS.between(first, days.get(days.size() - 1).day()));
        long at = ChronoUnit.DAYS.between(first, day) * (WIDTH - LEFT - RIGHT) / span;
        return LEFT + Math.toIntExact(at);
    }

    private static int y(BigInteger value, BigInteger top) {
        int height = HEIGHT - TOP - BOTTOM;
        return HEIGHT
                - BOTTOM
                - value.multiply(BigInteger.valueOf(height)).divide(top).intValueExact();
    }
}
