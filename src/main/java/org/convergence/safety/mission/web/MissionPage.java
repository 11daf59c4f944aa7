package org.convergence.safety.mission.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PageSection;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.safety.mission.MissionId;
import org.jspecify.annotations.Nullable;

/**
 * A mission.
 *
 * @param alert an open alert in words; {@code null} for none, and for all who do not watch over the mission
 * @param need what its approval needs, in words
 * @param approval in words; {@code null} while there is none
 * @param watch address of its check-ins; {@code null} for people who are not named on it
 * @param openItems what is not done, said before an approval; {@code null} for nothing
 * @param approve the form of an approval; {@code null} if there is nothing to approve
 * @param end the form of the return; {@code null} without the permission, or before it can be recorded
 */
public record MissionPage(
        String url,
        String title,
        String lead,
        Tone tone,
        String state,
        @Nullable String alert,
        List<String> warnings,
        List<MissionFact> facts,
        List<MissionLegRow> legs,
        List<AdvisoryRow> advisories,
        String need,
        @Nullable String approval,
        ChecklistPart checklist,
        @Nullable String watch,
        boolean mayEdit,
        boolean needsResolution,
        @Nullable String openItems,
        @Nullable Form approve,
        @Nullable Form end,
        @Nullable String report,
        List<PageSection> sections,
        ChangeHistory history) {

    static final String LIST = "/safety/mission";

    static String url(MissionId id) {
        return LIST + "/" + id.value();
    }

    /** A fact with its label. */
    public record MissionFact(String label, String value) {}

    /** A leg. */
    public record MissionLegRow(String place, String days, String zone) {}

    /**
     * The advisory of a country.
     *
     * @param guide how old our guide of it is, or that there is none
     */
    public record AdvisoryRow(String country, String url, String guide, String detail, Tone tone, String level) {}

    /**
     * What the people named on a mission read of it who do not read missions.
     *
     * @param approval in words; {@code null} while there is none
     * @param watch address of its check-ins
     */
    public record NamedMissionPage(
            String title,
            String lead,
            Tone tone,
            String state,
            List<MissionLegRow> legs,
            @Nullable String approval,
            String watch) {}

    /** The list of missions. */
    public record MissionListPage(List<Tab> tabs, List<MissionListRow> rows, boolean mayPrepare, boolean over) {}

    /** A mission in the list. */
    public record MissionListRow(
            String title,
            String url,
            String detail,
            @Nullable String warning,
            Tone tone,
            String state) {}

    /**
     * What a cancellation, an early return or a withdrawn approval brings, before it is done.
     *
     * @param action the last part of its address
     * @param goes what is lost, as sentences
     * @param carried the fields of the form that is confirmed
     */
    public record MissionConfirmPage(
            String title,
            String url,
            String action,
            String gesture,
            List<String> goes,
            List<String> stays,
            Map<String, String> carried,
            Form form) {}

    /**
     * The form of a mission.
     *
     * @param zones for each leg, the zones among which one chooses
     */
    public record MissionFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            List<List<Option>> zones,
            List<Option> countries,
            List<Option> lines,
            ChooserField travellers,
            ChooserField lead,
            ChooserField president) {

        /** Whether a leg after the first is filled in, or refused. */
        public boolean hasMoreLegs() {
            return IntStream.rangeClosed(2, zones.size())
                    .boxed()
                    .flatMap(leg -> Stream.of("country", "place", "from", "to").map(field -> "leg" + leg + "-" + field))
                    .anyMatch(name -> !form.value(name).isEmpty() || form.problem(name) != null);
        }
    }
}
