package org.convergence.safety.assessment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextShortener;

/** Reads a grid pasted from a spreadsheet: a column of headings, a column of questions; further columns are left out. */
public final class GridParser {

    /** The most questions of a grid. */
    public static final int MOST = 200;

    /** The most characters that can be pasted. */
    public static final int LONGEST = 100_000;

    private static final int LONGEST_HEADING = 200;
    private static final int LONGEST_QUESTION = 500;

    private GridParser() {}

    /** A line of the grid. */
    public record GridQuestion(String heading, String text) {}

    /**
     * Reads the lines. A heading stands before its first question or on a line of its own, and holds until the next: a
     * cell merged over several lines is empty after the first.
     *
     * @throws Refused if there is no question, or one before any heading, one twice, or too many or too long ones
     */
    public static List<GridQuestion> parse(String pasted) {
        List<GridQuestion> questions = new ArrayList<>();
        String heading = "";
        for (List<String> row : rows(pasted)) {
            String first = row.get(0);
            String second = row.size() > 1 ? row.get(1) : "";
            heading = first.isEmpty() ? heading : first;
            if (second.isEmpty()) {
                continue;
            }
            if (heading.isEmpty()) {
                throw new Refused("assessment.refused.heading", second);
            }
            questions.add(new GridQuestion(shorten(heading, LONGEST_HEADING), shorten(second, LONGEST_QUESTION)));
        }
        if (questions.isEmpty()) {
            throw new Refused("assessment.refused.grid");
        }
        if (questions.size() > MOST) {
            throw new Refused("assessment.refused.most", MOST);
        }
        List<GridQuestion> distinct = questions.stream().distinct().toList();
        if (distinct.size() < questions.size()) {
            List<GridQuestion> rest = new ArrayList<>(questions);
            distinct.forEach(rest::remove);
            throw new Refused("assessment.refused.twice", rest.get(0).text());
        }
        return grouped(questions);
    }

    /** Questions of one heading stand together, where the heading stands first. */
    private static List<GridQuestion> grouped(List<GridQuestion> questions) {
        return questions.stream()
                .map(GridQuestion::heading)
                .distinct()
                .flatMap(heading ->
                        questions.stream().filter(each -> each.heading().equals(heading)))
                .toList();
    }

    private static String shorten(String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            throw new Refused("assessment.refused.long", text.substring(0, 60), most);
        }
        return text;
    }

    /** Cells are quoted if they hold a line break, a tab or a quotation mark, as spreadsheets copy them. */
    private static List<List<String>> rows(String pasted) {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n') + "\n";
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean isEnd = !isQuoted && (each == '\t' || each == '\n');
            if (isEnd) {
                row.add(cell.toString().replaceAll("\\s+", " ").strip());
                cell.setLength(0);
            } else if (each == '"' && isQuoted && text.charAt(at + 1) == '"') {
                cell.append(each);
                at++;
            } else if (each == '"' && (isQuoted || cell.isEmpty())) {
                isQuoted = !isQuoted;
            } else {
                cell.append(each);
            }
            if (isEnd && each == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        if (isQuoted) {
            throw new Refused(
                    "assessment.refused.quote",
                    TextShortener.shorten(cell.toString().strip(), 60));
        }
        return rows;
    }

    /** A grid as it would be pasted. */
    public static String format(List<GridQuestion> questions) {
        return questions.stream()
                .map(each -> each.heading() + "\t" + each.text())
                .collect(Collectors.joining("\n"));
    }
}
