package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.domain.DuesAmount.AppliedBound;
import org.jspecify.annotations.Nullable;

/** Describes the computation of an amount, and a rate, each in one sentence. */
public final class DuesFormatter {

    private DuesFormatter() {}

    /** « 420 × 0,45 $, ramené au maximum ». */
    public static String describeComputation(Rate rate, DuesAmount owed, Words t) {
        String code = rate.currency().getCode();
        String sum =
                switch (rate.shape()) {
                    case FLAT -> t.say("dues.how.flat");
                    case STEPS -> t.say("dues.how.step");
                    case PER_CAPITA, SLICES ->
                        owed.steps().stream()
                                .map(step -> t.number(step.people()) + " × " + t.unitPrice(step.each(), code))
                                .collect(Collectors.joining(" + "));
                };
        return owed.bound() == AppliedBound.NONE
                ? sum
                : t.say("dues.how." + owed.bound().name(), sum);
    }

    /** « 0,45 $ par personne, au moins 75,00 $, au plus 4 000,00 $ ». */
    public static String describeRate(AdoptedRate adopted, Words t) {
        Rate rate = adopted.rate();
        String code = rate.currency().getCode();
        String whole =
                switch (rate.shape()) {
                    case FLAT -> t.say("dues.rate.flat", t.money(rate.amount(), code));
                    case PER_CAPITA -> t.say("dues.rate.per-capita", t.unitPrice(rate.amount(), code));
                    case STEPS -> brackets(rate, "dues.rate.step", t);
                    case SLICES -> brackets(rate, "dues.rate.slice", t);
                };
        return whole
                + bound("dues.rate.minimum", rate.minimum(), code, t)
                + bound("dues.rate.maximum", rate.maximum(), code, t);
    }

    private static String brackets(Rate rate, String key, Words t) {
        String code = rate.currency().getCode();
        List<String> all = new ArrayList<>();
        List<Bracket> brackets = rate.brackets();
        for (int i = 0; i < brackets.size(); i++) {
            String each = t.unitPrice(brackets.get(i).amount(), code);
            int from = brackets.get(i).from();
            all.add(
                    i + 1 < brackets.size()
                            ? t.say(key + ".between", from, brackets.get(i + 1).from() - 1, each)
                            : t.say(key, from, each));
        }
        return String.join("; ", all);
    }

    private static String bound(String key, @Nullable BigDecimal amount, String code, Words t) {
        return amount == null ? "" : ", " + t.say(key, t.money(amount, code));
    }
}
