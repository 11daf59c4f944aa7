package org.convergence.outreach.assembly.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.assembly.domain.Quorum.QuorumMeasure;
import org.convergence.outreach.assembly.domain.RequiredFraction;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;

/** Reads and fills the form of a body's rules. Majority i is the i-th value of three fields. */
final class BodyRulesForm {

    static final List<String> FIELDS = List.of(
            "since",
            "source",
            "noticeDays",
            "measure",
            "count",
            "part",
            "termMonths",
            "onSiteOnly",
            "article",
            "majority",
            "base");

    /** Empty majority rows offered by the form. */
    private static final int SPARE = 3;

    private static final int MOST = 20;

    private BodyRulesForm() {}

    static Form toForm(RuleSet set) {
        Quorum quorum = set.quorum();
        boolean count = quorum.measure() == QuorumMeasure.COUNT;
        return fill(Form.blank(), set.majorities())
                .with("since", set.since())
                .with("source", set.source())
                .with("noticeDays", set.noticeDays())
                .with("measure", quorum.measure())
                .with("count", count ? quorum.numerator() : null)
                .with(
                        "part",
                        count
                                ? null
                                : RequiredFraction.toFormValue(
                                        quorum.numerator(), quorum.denominator(), quorum.moreThan()))
                .with("termMonths", set.termMonths())
                .with("onSiteOnly", set.onSiteOnly());
    }

    private static Form fill(Form form, List<Majority> majorities) {
        return form.with("article", majorities.stream().map(Majority::article).toList())
                .with(
                        "majority",
                        majorities.stream()
                                .map(each -> RequiredFraction.toFormValue(
                                        each.numerator(), each.denominator(), each.moreThan()))
                                .toList())
                .with(
                        "base",
                        majorities.stream()
                                .map(each -> each.ofPresent() ? "PRESENT" : "CAST")
                                .toList());
    }

    /** The number of majority rows in the form. */
    static int rows(Form form) {
        return Math.min(MOST, form.values("article").size() + SPARE);
    }

    static String valueAt(Form form, String field, int row) {
        List<String> values = form.values(field);
        return row < values.size() ? values.get(row) : "";
    }

    static RuleSet read(Form form, FormValues answers) {
        QuorumMeasure measure = answers.choice("measure", QuorumMeasure.class);
        Quorum quorum = Quorum.ofSeats(1);
        if (measure == QuorumMeasure.COUNT) {
            quorum = Quorum.ofSeats(answers.wholeNumber("count", 1, 10_000));
        } else {
            RequiredFraction part = RequiredFraction.parse(answers.text("part", 10));
            if (part == null) {
                form.reject("part", "shell.form.choice");
            } else {
                quorum = new Quorum(measure, part.numerator(), part.denominator(), part.moreThan());
            }
        }
        return new RuleSet(
                answers.date("since"),
                answers.optionalText("source", 300),
                answers.wholeNumber("noticeDays", 0, 120),
                quorum,
                answers.optionalWholeNumber("termMonths", 1, 120),
                answers.checkbox("onSiteOnly"),
                majorities(form));
    }

    private static List<Majority> majorities(Form form) {
        List<Majority> read = new ArrayList<>();
        for (int row = 0; row < Math.min(MOST, form.values("article").size()); row++) {
            String article = valueAt(form, "article", row).strip();
            RequiredFraction part = RequiredFraction.parse(valueAt(form, "majority", row));
            if (article.isEmpty()) {
                continue;
            }
            if (article.length() > 200 || part == null) {
                form.reject("article", "assembly.refused.majority");
                continue;
            }
            read.add(new Majority(
                    article,
                    part.numerator(),
                    part.denominator(),
                    part.moreThan(),
                    valueAt(form, "base", row).equals("PRESENT")));
        }
        return read;
    }
}
