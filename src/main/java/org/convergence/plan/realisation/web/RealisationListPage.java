package org.convergence.plan.realisation.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ChooserField;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The list of realisations.
 *
 * @param tabs the parts of the list
 * @param means the means of plans, to choose among
 */
public record RealisationListPage(
        ListFrame frame,
        ListScope scope,
        List<Tab> tabs,
        List<OptionGroup> places,
        List<OptionGroup> means,
        ChooserField organisation,
        List<RealisationMonth> months,
        boolean mayRecord,
        boolean mayImport) {

    /** The kind. */
    public static final Field<RealisationKind> KIND = Field.choice(
                    "kind", "realisation.field.kind", List.of(RealisationKind.values()), RealisationKind::key)
            .optional();

    private static final int NAMES = 3;

    /**
     * Realisations on another page: of a line of the plan, of an organisation.
     *
     * @param figures their totals, formatted; {@code null} if there are none
     * @param rows the latest
     * @param all the address of the whole list; {@code null} if these are all
     * @param add the address to record another one; {@code null} without permission
     */
    public record RealisationSummaryPart(
            @Nullable String figures,
            List<RealisationListPage.RealisationListRow> rows,
            @Nullable String all,
            @Nullable String add) {

        /** Number of rows shown. */
        static final int SHOWN = 6;

        /**
         * @param hours whether the totals name the hours; a line of the plan has its own section for them
         */
        static RealisationSummaryPart of(
                List<RealisationRow> latest,
                RealisationFigures figures,
                boolean hours,
                String all,
                @Nullable String add,
                Words t) {
            boolean more = latest.size() > SHOWN;
            return new RealisationSummaryPart(
                    figures.realisations() == 0 ? null : figures(figures, hours, t),
                    latest.stream()
                            .limit(SHOWN)
                            .map(line -> RealisationListPage.RealisationListRow.of(line, t))
                            .toList(),
                    more ? all : null,
                    add);
        }

        /** « 12 réalisations · 310 participations : 180 femmes … · 14 organisations ». */
        private static String figures(RealisationFigures figures, boolean hours, Words t) {
            List<String> parts = new ArrayList<>(List.of(t.say("realisation.figures.done", figures.realisations())));
            if (figures.participations().total() > 0) {
                parts.add(t.say(
                        "realisation.participations", figures.participations().total()));
            }
            if (figures.organisations() > 0) {
                parts.add(t.say("realisation.figures.organisations", figures.organisations()));
            }
            if (hours && figures.hours().signum() > 0) {
                parts.add(t.say("realisation.figures.hours", t.hours(figures.hours())));
            }
            if (figures.copies() > 0) {
                parts.add(t.say("realisation.figures.copies", figures.copies()));
            }
            return String.join(" · ", parts);
        }
    }

    /** A part of the list; done realisations by default. */
    public enum ListScope {
        DONE(RealisationState.DONE),
        /** Planned ones, the next first. */
        PLANNED(RealisationState.PLANNED),
        /** Done and planned ones. */
        ALL(null),
        WITHDRAWN(RealisationState.WITHDRAWN);

        static final Field<ListScope> FIELD = Field.choice(
                        "state", "realisation.field.state", List.of(values()), ListScope::key)
                .optional();

        private final @Nullable RealisationState state;

        ListScope(@Nullable RealisationState state) {
            this.state = state;
        }

        @Nullable
        RealisationState state() {
            return state;
        }

        String key() {
            return "realisation.shown." + name();
        }

        Tab tab(PageAddress list, boolean current, Words t) {
            String value = this == DONE ? null : name();
            return new Tab(t.say(key()), list.with(FIELD.name(), value).toString(), current);
        }

        /** The part in the address. */
        static ListScope of(Form form) {
            return List.of(values()).stream()
                    .filter(each -> each.name().equals(form.value(FIELD.name())))
                    .findFirst()
                    .orElse(DONE);
        }
    }

    /** The realisations that ended in one month. */
    public record RealisationMonth(String title, List<RealisationListRow> rows) {

        static List<RealisationMonth> group(List<RealisationRow> rows, Words t) {
            Map<YearMonth, List<RealisationListRow>> months = new LinkedHashMap<>();
            rows.forEach(row -> months.computeIfAbsent(YearMonth.from(row.when().to()), month -> new ArrayList<>())
                    .add(RealisationListRow.of(row, t)));
            return months.entrySet().stream()
                    .map(month -> new RealisationMonth(t.capital(t.month(month.getKey())), month.getValue()))
                    .toList();
        }
    }

    /**
     * A realisation.
     *
     * @param state formatted; {@code null} for done, the usual state
     * @param codes of the means served
     */
    public record RealisationListRow(
            String url,
            String when,
            String title,
            String detail,
            Tone tone,
            @Nullable String state,
            List<String> codes) {

        static RealisationListRow of(RealisationRow row, Words t) {
            return new RealisationListRow(
                    RealisationPage.url(row.id(), ""),
                    RealisationFormatter.formatDaysShort(row.when(), t),
                    row.title(),
                    detail(row, t),
                    RealisationFormatter.tone(row.state()),
                    row.state() == RealisationState.DONE
                            ? null
                            : t.say(row.state().key()),
                    row.codes().stream().filter(code -> !code.isEmpty()).toList());
        }

        /** « Atelier · Montréal · 24 participations · Cégep du Vieux-Port, Comité jeunes ». */
        static String detail(RealisationRow row, Words t) {
            List<String> parts = new ArrayList<>(List.of(t.say(row.kind().key())));
            String place = RealisationFormatter.place(row.place(), t);
            if (place != null) {
                parts.add(place);
            }
            Integer all = row.participations();
            if (all != null && all > 0) {
                parts.add(t.say("realisation.participations", all));
            }
            List<String> names = row.organisations();
            if (names.size() > NAMES) {
                String shown = String.join(", ", names.subList(0, NAMES));
                parts.add(t.say("realisation.with-others", shown, names.size() - NAMES));
            } else if (!names.isEmpty()) {
                parts.add(String.join(", ", names));
            }
            return String.join(" · ", parts);
        }
    }

    /** Whether done realisations are shown without a filter. */
    public boolean isDefaultView() {
        return frame.narrowing().isEmpty() && scope == ListScope.DONE;
    }
}
