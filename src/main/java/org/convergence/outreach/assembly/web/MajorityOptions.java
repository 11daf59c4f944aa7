package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.stream.IntStream;
import org.convergence.outreach.assembly.domain.RequiredFraction;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** Options and rows for the templates of bodies and rules. */
public final class MajorityOptions {

    private static final List<String> USUAL =
            List.of(">1/2", "1/2", "2/3", "3/4", "4/5", "1/1", "1/3", "1/4", "1/5", "1/10", ">1/3");

    private MajorityOptions() {}

    /** A row of the form's majorities. */
    public record MajorityRow(int number, String article, String part, String base) {}

    /** The filled rows, and a few empty ones. */
    public static List<MajorityRow> rows(Form form) {
        return IntStream.range(0, BodyRulesForm.rows(form))
                .mapToObj(row -> new MajorityRow(
                        row + 1,
                        BodyRulesForm.valueAt(form, "article", row),
                        BodyRulesForm.valueAt(form, "majority", row).isEmpty()
                                ? "2/3"
                                : BodyRulesForm.valueAt(form, "majority", row),
                        BodyRulesForm.valueAt(form, "base", row)))
                .toList();
    }

    /** Common fractions. */
    public static List<Option> parts(Words t) {
        return USUAL.stream()
                .map(written -> {
                    RequiredFraction part = RequiredFraction.parse(written);
                    return new Option(
                            written,
                            part == null
                                    ? written
                                    : t.capital(RequiredFraction.format(
                                            part.numerator(), part.denominator(), part.moreThan(), t)));
                })
                .toList();
    }

    /** Kinds of bodies. */
    public static List<Option> kinds(Words t) {
        return BodyForm.kinds(t);
    }
}
