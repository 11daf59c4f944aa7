package org.convergence.outreach.congress.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.outreach.congress.PresentationKitSource.PresentationKit;
import org.convergence.outreach.congress.domain.Gathering;
import org.convergence.outreach.congress.domain.Gathering.GatheringDeadline;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.outreach.congress.domain.Passport;
import org.convergence.outreach.congress.domain.Passport.PassportId;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PassportStep;
import org.convergence.outreach.congress.domain.Passport.PassportText;
import org.convergence.outreach.congress.domain.Representation;
import org.convergence.outreach.congress.domain.Representation.RepresentationId;
import org.convergence.outreach.congress.domain.RepresentationService.PresentationTotal;
import org.convergence.plan.calendar.ComingEntries.ComingEntry;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A gathering.
 *
 * @param moved its entry in the reader’s calendar, if it has other days now; {@code null} for none
 * @param paths the resolutions that come up there
 * @param form adds a deadline; {@code null} without the permission
 */
public record CongressPage(
        String url,
        Gathering it,
        @Nullable ComingEntry moved,
        List<GatheringDeadline> deadlines,
        List<Representation> representations,
        List<PassportPath> paths,
        LocalDate today,
        @Nullable Form form) {

    /** Model resolutions as texts of other records. */
    public static final String TEXTS = "outreach.congress";

    static final String LIST = "/outreach/congress";
    static final String REPRESENTATIONS = LIST + "/representations";
    static final String PASSPORTS = LIST + "/passports";

    public static String url(GatheringId id) {
        return LIST + "/" + id.value();
    }

    public static String url(RepresentationId id) {
        return REPRESENTATIONS + "/" + id.value();
    }

    public static String url(PassportId id) {
        return PASSPORTS + "/" + id.value();
    }

    /** The unions' year, month by month. */
    public record CongressListPage(
            ListFrame frame, Map<String, List<Gathering>> months, LocalDate today, boolean past, boolean mayEdit) {

        public static final Field<String> WORDS =
                Field.text("q", "congress.filter.q", 200).optional();
        public static final Field<GatheringKind> KIND = CongressForm.KIND.optional();
    }

    /** What concerns an organisation, on its own page. */
    public record CongressPart(
            List<Gathering> gatherings, List<Representation> representations, List<PassportPath> paths) {}

    /**
     * Our presence at organisations: to settle, ahead, over.
     *
     * @param year the presentations of this fiscal year
     */
    public record RepresentationListPage(
            Map<String, List<Representation>> groups, PresentationTotal year, boolean mayEdit) {}

    /**
     * One representation.
     *
     * @param material the tool that it is prepared from; {@code null} for none
     * @param letter the last letter to those who go; {@code null} for none
     */
    public record RepresentationPage(
            String url,
            Representation it,
            @Nullable PresentationKit material,
            LocalDate today,
            @Nullable LetterStatus letter,
            boolean mayEdit) {}

    /**
     * All passports on one page.
     *
     * @param at the gathering to which one is to be added; {@code null} for none
     */
    public record PassportListPage(
            List<PassportSummary> passports, @Nullable Gathering at, boolean mayEdit) {}

    /** A passport with its paths. */
    public record PassportSummary(Passport passport, List<PassportPath> paths) {}

    /** One passport. */
    public record PassportPage(
            String url,
            Passport it,
            List<PassportText> texts,
            List<PassportPath> paths,
            Map<UUID, List<PassportStep>> steps,
            LocalDate today,
            boolean mayEdit) {}

    /**
     * A form of this module.
     *
     * @param step which form it is
     * @param about the record that it is about; {@code null} for a new one
     * @param action where it is sent
     * @param cancel the page before it
     * @param choosers by the name of the field
     * @param gatherings the gatherings to choose from
     * @param kits the tools that a presentation can be prepared from
     * @param options the steps that may follow, or the lines of the plan
     */
    public record CongressFormPage(
            String step,
            @Nullable String about,
            String action,
            String cancel,
            Form form,
            Map<String, ChooserField> choosers,
            List<Option> gatherings,
            List<Option> options,
            List<Option> kits,
            List<String> languages) {}
}
