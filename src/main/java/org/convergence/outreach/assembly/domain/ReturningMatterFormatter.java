package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.text.Words;

/** The returning matters of an agenda, on paper. */
final class ReturningMatterFormatter {

    private ReturningMatterFormatter() {}

    static List<Block> format(Agenda.ReturningMatters returns, Words t) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, null, returns.pending(), each -> formatFollowUp(each, t));
        add(
                blocks,
                t.say("assembly.consultations.to-ratify"),
                returns.toRatify(),
                each -> AssemblyFormatter.formatConsultation(each, t));
        add(blocks, t.say("assembly.reviews"), returns.toReview(), each -> AssemblyFormatter.formatReview(each, t));
        return blocks;
    }

    private static <T> void add(
            List<Block> blocks, @org.jspecify.annotations.Nullable String title, List<T> all, Function<T, String> say) {
        if (!all.isEmpty()) {
            if (title != null) {
                blocks.add(new Block.Subheading(title));
            }
            blocks.add(new Block.ItemList(
                    false,
                    all.stream()
                            .map(each -> List.of(Block.text(say.apply(each))))
                            .toList()));
        }
    }

    /** « Écrire à la coalition – Nadège Roy, d'ici le 3 mars 2027 ». */
    static String formatFollowUp(FollowUpDetails it, Words t) {
        String what = it.who() == null ? it.facts().what() : it.facts().what() + " – " + it.who();
        String due = it.facts().dueOn() == null
                ? what
                : what + ", " + t.say("assembly.follow-up.by", it.facts().dueOn());
        return it.state() == FollowUpState.OPEN
                ? due
                : due + " (" + t.say("assembly.follow-up." + it.state().name())
                        + (it.outcome().isEmpty() ? "" : " – " + it.outcome()) + ")";
    }
}
