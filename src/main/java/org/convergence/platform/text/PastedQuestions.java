package org.convergence.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the questions of a funder's form from text pasted at once (R-GRANT-3). */
public final class PastedQuestions {

    /** The most questions of an application. */
    public static final int MOST = 200;

    /** The longest question, in characters. */
    public static final int LONGEST = 2_000;

    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\u00a0]*\\n");

    /** A line that only states a limit: it belongs to the question above it. */
    private static final int LONGEST_LIMIT_LINE = 70;

    private PastedQuestions() {}

    /** A question, with its limit if it states one. */
    public record PastedQuestion(String text, @Nullable AnswerLimit limit) {}

    /**
     * The questions, in order. Blank lines separate them, or each line is one if there are no blank lines. A short line
     * that only states a limit belongs to the question above it.
     */
    public static List<PastedQuestion> parse(String pasted) {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n').strip();
        String[] parts = BLANK_LINE.matcher(text).find() ? BLANK_LINE.split(text) : text.split("\n");
        List<String> questions = new ArrayList<>();
        for (String part : parts) {
            String question = part.strip();
            if (question.isEmpty()) {
                continue;
            }
            if (!questions.isEmpty() && onlyStatesLimit(question)) {
                questions.set(questions.size() - 1, questions.get(questions.size() - 1) + "\n" + question);
            } else {
                questions.add(question);
            }
        }
        return questions.stream()
                .map(each -> new PastedQuestion(each, AnswerLimit.parse(each)))
                .toList();
    }

    private static boolean onlyStatesLimit(String line) {
        return line.length() <= LONGEST_LIMIT_LINE
                && !line.contains("?")
                && AnswerLimit.parse(line) != null
                && AnswerLimit.isAtStart(line.replaceFirst(
                        "(?i)^[(\\[]?\\s*(?:limite?\\s*:?|max(?:imum)?\\.?|jusqu.[àa]|up to|no more than)?\\s*", ""));
    }
}
