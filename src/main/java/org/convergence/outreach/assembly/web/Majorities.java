package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.stream.IntStream;
import org.convergence.outreach.assembly.domain.Parts;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** Options and rows for the templates of bodies and rules. */
public final class Majorities {

    private static final List<String> USUAL =
            List.of(">1/2", "1/2", "2/3", "3/4", "4/5", "1/1", "1/3", "1/4", "1/5", "1/10", ">1/3");

    private Majorities() {}

    /** A row of the form's majorities. */
    public record Row(int number, String article, String part, String base) {}

    /** The filled rows, and a few empty ones. */
    public static List<Row> rows(Form form) {
        return IntStream.range(0, RuleForms.rows(form))
                .mapToObj(row -> new Row(
                        row + 1,
                        RuleForms.at(form, "article", row),
                        RuleForms.at(form, "majority", row).isEmpty() ? "2/3" : RuleForms.at(form, "majority", row),
                        RuleForms.at(form, "base", row)))
                .toList();
    }

    /** Common fractions. */
    public static List<Option> parts(Words t) {
        return USUAL.stream()
                .map(written -> {
                    Parts part = Parts.read(written);
                    return new Option(
                            written,
                            part == null
                                    ? written
                                    : t.capital(Parts.say(part.numerator(), part.denominator(), part.moreThan(), t)));
                })
                .toList();
    }

    /** Kinds of bodies. */
    public static List<Option> kinds(Words t) {
        return BodyForms.kinds(t);
    }
}
