package org.convergence.plan.preparation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * Actions that may be set aside, several at once.
 *
 * @param action where the form is sent
 * @param states the states offered
 * @param decides whether the reader may set them aside
 */
public record SetAsideRows(String action, List<SetAsideRow> rows, List<Option> states, Form form, boolean decides) {

    /** Up to so many actions are all shown at once. */
    private static final int ALL_SHOWN = 10;

    /** The actions of a means. */
    public record MeansRows(UUID means, String title, List<SetAsideRow> rows) {

        /** The form field name for all of them. */
        public String name(String field) {
            return SetAsideForm.name(field, means);
        }
    }

    /** The actions by means, in their order. */
    public List<MeansRows> groups() {
        Map<UUID, MeansRows> groups = new LinkedHashMap<>();
        rows.forEach(each -> groups.computeIfAbsent(
                        each.means(), means -> new MeansRows(means, each.meansTitle(), new ArrayList<>()))
                .rows()
                .add(each));
        return List.copyOf(groups.values());
    }

    /** Whether the actions of each means are shown, not their number alone. */
    public boolean isOpen() {
        return rows.size() <= ALL_SHOWN || !form.problems().isEmpty();
    }

    /** An action, with what speaks for setting it aside. */
    public record SetAsideRow(UUID id, String title, String why, UUID means, String meansTitle) {

        static SetAsideRow of(PlanLine line, String why) {
            return new SetAsideRow(
                    line.id().value(), line.label(), why, line.means().value(), line.meansTitle());
        }

        /** The form field name. */
        public String name(String field) {
            return SetAsideForm.name(field, id);
        }

        /** The address of the action. */
        public String url() {
            return "/plan/actionplan/action/" + id;
        }
    }
}
