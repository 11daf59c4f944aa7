package org.convergence.cooperation.narrative.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.narrative.NarrativePassageId;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeSectionId;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageContent;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks the passages that speak of a partner, shows them to it on its page, and takes its answers in (R-PART-8). */
@Service
@Transactional
@Requires(NarrativePermissions.EDIT)
public class NarrativePassageService implements PartnerPassageSource {

    private final NarrativePassageRepository repository;
    private final NarrativeSectionRepository sections;
    private final NarrativeQueries queries;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    NarrativePassageService(
            NarrativePassageRepository repository,
            NarrativeSectionRepository sections,
            NarrativeQueries queries,
            OrganisationSettings settings,
            JdbcClient db) {
        this.repository = repository;
        this.sections = sections;
        this.queries = queries;
        this.settings = settings;
        this.db = db;
    }

    /** The passage of a section that speaks of a partner: the present one, or a new one. */
    @Transactional(label = "narrative.add-passage")
    public NarrativePassageId findOrAdd(NarrativeSectionId section, OrganisationId partner) {
        NarrativeReportId report = queries.findSection(section).report();
        NarrativeReportService.requireOpen(db, report);
        return queries.findPassages(report).stream()
                .filter(each ->
                        each.section().equals(section) && each.organisation().equals(partner))
                .findFirst()
                .orElseGet(() -> repository.save(NarrativePassage.create(section, partner)))
                .typedId();
    }

    /**
     * Writes a passage; an answer to another text no longer counts.
     *
     * @param version the version on which the form was opened
     * @throws org.convergence.platform.database.EditConflict if it was changed or answered meanwhile
     */
    @Transactional(label = "narrative.write-passage")
    public void write(NarrativePassageId id, int version, PassageContent content) {
        NarrativePassage before = hold(id, version);
        NarrativePassage now = before.withContent(new PassageContent(
                content.body().replace("\r\n", "\n").strip(),
                content.translation().replace("\r\n", "\n").strip()));
        if (!now.equals(before)) {
            save(now);
        }
    }

    /** Takes the partner's own text in place of ours: it counts as its yes. */
    @Transactional(label = "narrative.take-correction")
    public void takeCorrection(NarrativePassageId id, int version) {
        NarrativePassage passage = hold(id, version);
        if (passage.standing() != PassageStanding.CORRECTED) {
            throw new Refused("narrative.refused.no-correction");
        }
        save(passage.withContent(
                new PassageContent(passage.correction(), passage.content().translation())));
    }

    /**
     * Shows the written passages of a report to their partners, each on its page.
     *
     * @return how many are newly shown
     */
    @Transactional(label = "narrative.show-passages")
    public int show(NarrativeReportId report) {
        NarrativeReportService.requireOpen(db, report);
        List<NarrativePassage> shown = queries.findPassages(report).stream()
                .filter(each -> each.shownOn() == null && !each.content().body().isBlank())
                .map(each -> each.shownOn(settings.today()))
                .toList();
        shown.forEach(this::save);
        return shown.size();
    }

    /** Removes a passage with its answer. */
    @Transactional(label = "narrative.remove-passage")
    public void remove(NarrativePassageId id, int version) {
        repository.delete(hold(id, version));
    }

    private NarrativePassage hold(NarrativePassageId id, int version) {
        NarrativeReportService.requireOpen(
                db, queries.findSection(queries.findPassage(id).section()).report());
        return holdAt(id, version);
    }

    private NarrativePassage holdAt(NarrativePassageId id, int version) {
        NarrativePassage passage =
                repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("narrative-passage"));
        OptimisticLock.requireSameVersion(NarrativePassage.TABLE, passage.id(), version, passage.version());
        return passage;
    }

    private void save(NarrativePassage it) {
        OptimisticLock.save(repository, it, NarrativePassage.TABLE, it.id(), it.version());
    }

    /** The passages that a partner may read, those to answer first, those of filed reports last. */
    @Override
    @Transactional(readOnly = true)
    @Requires(NarrativePermissions.READ)
    public List<PartnerPassage> find(OrganisationId partner) {
        List<NarrativePassage> shown = repository.findShown(partner.value());
        Map<NarrativeSectionId, NarrativeSection> bySection = new HashMap<>();
        sections.findAllById(shown.stream().map(each -> each.section().value()).toList())
                .forEach(each -> bySection.put(each.typedId(), each));
        Map<NarrativeReportId, NarrativeRow> reports = queries.findByIds(bySection.values().stream()
                .map(NarrativeSection::report)
                .distinct()
                .toList());
        return shown.stream()
                .map(each -> reading(
                        each,
                        Objects.requireNonNull(reports.get(Objects.requireNonNull(bySection.get(each.section()))
                                .report()))))
                .sorted(Comparator.comparing((PartnerPassage each) -> !each.isOpen())
                        .thenComparing(each -> each.answer() != null && !each.isChanged()))
                .toList();
    }

    private static PartnerPassage reading(NarrativePassage it, NarrativeRow report) {
        return new PartnerPassage(
                it.id(),
                it.version(),
                report.title(),
                report.funderName(),
                it.content().body(),
                it.content().translation(),
                it.answer(),
                it.answeredOn(),
                it.isChanged(),
                report.filedOn(),
                it.standing() == PassageStanding.AGREED);
    }

    /** An answer may come until the report is filed: a partner that changes its mind is heard. */
    @Override
    @Transactional(label = "narrative.answer")
    public boolean answer(OrganisationId partner, UUID id, int version, PassageAnswer answer, String correction) {
        Optional<NarrativePassage> found =
                repository.findById(id).filter(each -> each.organisation().equals(partner) && each.shownOn() != null);
        if (found.isEmpty()) {
            return false;
        }
        NarrativeReportId report = queries.findSection(found.get().section()).report();
        if (NarrativeReportService.hold(db, report, "FOR SHARE")
                .filter(state -> state != NarrativeState.FILED)
                .isEmpty()) {
            throw new Refused("narrative.refused.state.FILED");
        }
        save(holdAt(found.get().typedId(), version)
                .withAnswer(
                        answer,
                        settings.today(),
                        answer == PassageAnswer.CORRECTION
                                ? correction.replace("\r\n", "\n").strip()
                                : ""));
        return true;
    }
}
