package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadFollowUp;
import org.convergence.plan.reading.domain.ReadPlan.ReadMeans;
import org.convergence.plan.reading.domain.ReadPlan.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan.ReadWording;

/** A read plan as text, one line per line of the plan, for people and for tests. */
final class PlanPrinter {

    private PlanPrinter() {}

    static String all(ReadPlan plan) {
        StringBuilder out = new StringBuilder("TITLE " + plan.title() + "\n");
        plan.sections()
                .forEach(s -> out.append("SECTION " + s.kind() + " [" + s.title() + "] " + flat(s.text()) + "\n"));
        out.append(tree(plan));
        plan.warnings()
                .forEach(w -> out.append("WARNING " + w.kind() + " @" + w.at().line() + " " + flat(w.words()) + "\n"));
        plan.unplaced()
                .forEach(u ->
                        out.append("UNPLACED " + u.reason() + " @" + u.at().line() + " " + flat(u.words()) + "\n"));
        return out.toString();
    }

    /** The tree alone: code and title of objectives (O) and means (M), text of actions (A) and sub-actions (S). */
    static String tree(ReadPlan plan) {
        StringBuilder out = new StringBuilder();
        for (ReadObjective objective : plan.objectives()) {
            out.append("O ").append(line(objective.wording())).append('\n');
            for (ReadMeans means : objective.means()) {
                out.append("  M ")
                        .append(means.implied() ? "(implied)" : line(means.wording()))
                        .append(" <" + means.area() + ">\n");
                actions(means.actions(), "    A ", out);
            }
        }
        return out.toString();
    }

    private static void actions(List<ReadAction> actions, String lead, StringBuilder out) {
        for (ReadAction action : actions) {
            out.append(lead).append(line(action.wording())).append(" {" + action.commitment());
            action.conditions()
                    .forEach(c -> out.append(c.inherited() ? " ^" : " ").append(c.commitment() + "=" + c.words()));
            out.append(action.proposesDone() ? " done" : "").append('}');
            ReadFollowUp f = action.follow();
            boolean nothing =
                    f.responsible().isEmpty() && f.due().isEmpty() && f.others().isEmpty();
            out.append(nothing ? "" : " " + f.responsible() + "|" + f.due() + "|" + f.others());
            out.append('\n');
            actions(action.subActions(), "      S ", out);
        }
    }

    private static String line(ReadWording wording) {
        String code = wording.code() == null ? "" : "(" + wording.code() + ") ";
        String text = wording.text().isEmpty() || wording.title().isEmpty()
                ? wording.title() + wording.text()
                : wording.title() + " / " + wording.text();
        return code + flat(text) + (wording.labels().isEmpty() ? "" : " " + wording.labels());
    }

    private static String flat(String text) {
        return text.replace("\n", " ¶ ");
    }
}
