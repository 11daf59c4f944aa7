package org.convergence.cooperation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** What a project has to show for a period, for the modules that report it. */
public interface ProjectEvidence {

    /** A project by its name. */
    record ProjectName(ProjectId id, String title) {}

    /** An organisation that is a partner. */
    record ProjectPartner(OrganisationId organisation, String name) {}

    /**
     * A project with its partner organisations.
     *
     * @param agreements the ids of the agreements that fund it
     */
    record ReportedProject(
            ProjectId id,
            String title,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<ProjectPartner> partners,
            List<UUID> agreements) {}

    /**
     * An indicator in one of its periods, in words.
     *
     * @param bySex the cells of people, not stated among them; {@code null} if it does not count people by sex
     * @param variance the value less the target; {@code null} if one of them is missing, or in words
     * @param isUnexplained whether the period has ended below its target, and nobody said why
     * @param countsPeople whether it counts unique people by sex, so that its periods do not add up
     * @param url the page of its evidence
     */
    record ReportedIndicator(
            IndicatorId indicator,
            ProjectPeriodId period,
            LocalDate from,
            LocalDate to,
            String wording,
            @Nullable String target,
            String actual,
            @Nullable String bySex,
            @Nullable String variance,
            String explanation,
            boolean isUnexplained,
            boolean isApproved,
            boolean countsPeople,
            String url) {}

    /** What must hold for a result to lead to the next one: its risk. */
    record ReportedRisk(ResultId result, String statement, String assumption, String url) {}

    /** Projects, those that have not ended first; 200 at most of each. */
    List<ProjectName> findAll();

    /** The projects that an agreement funds. */
    List<ProjectId> findFunded(UUID agreement);

    /** @throws org.convergence.platform.database.NotFound if there is no such project */
    ReportedProject findProject(ProjectId id);

    /** The indicators that have a value in a period that overlaps these days, in a language. */
    List<ReportedIndicator> findResults(ProjectId id, LocalDate from, LocalDate to, Words t);

    /** The results that depend on an assumption. */
    List<ReportedRisk> findRisks(ProjectId id);

    /**
     * The realisations of a period that feed an indicator of the project, or serve one of its lines with a partner of
     * it, the earliest first.
     */
    List<RealisationFact> findActivities(ProjectId id, LocalDate from, LocalDate to);
}
