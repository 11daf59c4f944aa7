package org.convergence.safety.incident.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.jspecify.annotations.Nullable;

/**
 * An incident, for the people named on it.
 *
 * @param next what is to be done next, in words; {@code null} for nothing
 * @param readers the people who see it, in words
 * @param cell address of the crisis cell; {@code null} where none is to be formed
 * @param lessons {@code null} on the restricted form
 * @param registering the form that cites the register; {@code null} if there is nothing to cite
 * @param registered entries of the register; empty without the permission
 * @param isOpen whether it can be added to
 * @param close {@code null} before its review, and once it is closed
 */
public record SafetyIncidentPage(
        String url,
        String title,
        String lead,
        Tone tone,
        String state,
        @Nullable String next,
        List<IncidentFact> facts,
        String readers,
        List<ToldRow> told,
        List<NoticeRow> notices,
        @Nullable String cell,
        @Nullable ChecklistPart lessons,
        @Nullable Form registering,
        List<Option> registered,
        boolean isOpen,
        boolean isRestricted,
        Form entry,
        Form notice,
        @Nullable Form close) {

    static final String LIST = "/safety/incident";

    static String url(SafetyIncidentId id) {
        return LIST + "/" + id.value();
    }

    /** A fact with its label. */
    public record IncidentFact(String label, String value) {}

    /** What was told once. */
    public record ToldRow(String moment, String detail, String text) {}

    /**
     * The crisis cell.
     *
     * @param members the form that gives out the duties; {@code null} once the incident is closed
     * @param people those named on the incident
     * @param decision the form of a decision; {@code null} once the incident is closed
     */
    public record CrisisCellPage(
            String url,
            String incident,
            String title,
            List<DutyRow> duties,
            List<ToldRow> decisions,
            @Nullable Form members,
            List<Option> people,
            @Nullable Form decision) {}

    /** A duty with its person; {@code number} is ready to dial, {@code null} for none. */
    public record DutyRow(
            String field,
            String duty,
            String person,
            @Nullable String number) {}

    /** A notice; {@code act} is the address of its acts, {@code null} if it is given. */
    public record NoticeRow(
            String what,
            String detail,
            Tone tone,
            String state,
            @Nullable String act) {}

    /** The list. */
    public record IncidentListPage(List<IncidentItem> rows, boolean mayNote, boolean maySeeFigures) {}

    /** An incident in a list. */
    public record IncidentItem(String title, String url, String detail, Tone tone, String state) {}

    /** The incidents on a mission's page. */
    public record MissionIncidentPart(
            List<IncidentItem> rows, @Nullable String add) {}

    /** The form of an incident; the restricted one has no missions. */
    public record IncidentFormPage(
            boolean isNew,
            boolean isRestricted,
            String action,
            String cancel,
            Form form,
            List<Option> zones,
            List<Option> missions,
            ChooserField lead,
            ChooserField president,
            ChooserField readers) {}

    /** The lessons of an incident, for the people who apply them. */
    public record LessonsPage(String title, ChecklistPart lessons) {}

    /** The figures for the board. */
    public record FiguresPage(List<FigureYear> years, String lessons) {}

    /** The figures of a year, in words. */
    public record FigureYear(String year, String total, String nearMisses, List<String> kinds) {}
}
