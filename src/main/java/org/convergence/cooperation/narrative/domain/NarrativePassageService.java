package org.convergence.cooperation.narrative.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPages;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactReference;
import org.convergence.cooperation.narrative.domain.NarrativePassage.NarrativePassageId;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageContent;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
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
    private final NarrativeFactQueries facts;
    private final PartnerPages partners;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    NarrativePassageService(
            NarrativePassageRepository repository,
            NarrativeSectionRepository sections,
            NarrativeQueries queries,
            NarrativeFactQueries facts,
            PartnerPages partners,
            OrganisationSettings settings,
            JdbcClient db) {
        this.repository = repository;
        this.sections = sections;
        this.queries = queries;
        this.facts = facts;
        this.partners = partners;
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

    /** The passage of a section with what a partner told, added at its end; empty for a fact that is no partner's. */
    @Transactional(label = "narrative.add-passage")
    public Optional<NarrativePassageId> findOrAdd(NarrativeSectionId section, FactReference reference) {
        NarrativeFact fact = facts.find(
                        queries.findById(queries.findSection(section).report()))
                .byReference()
                .get(reference);
        if (fact == null || fact.partner() == null) {
            return Optional.empty();
        }
        NarrativePassageId id = findOrAdd(section, fact.partner());
        NarrativePassage passage =
                repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("narrative-passage"));
        String body = passage.content().body();
        if (!body.contains(fact.text())) {
            String whole = body.isEmpty() ? fact.text() : body + "\n\n" + fact.text();
            if (whole.codePointCount(0, whole.length()) > NarrativePassage.LONGEST) {
                throw new Refused("narrative.refused.full", NarrativePassage.LONGEST);
            }
            save(passage.withContent(new PassageContent(whole, passage.content().translation())));
        }
        return Optional.of(id);
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

    /**
     * Takes the partner's own text in place of what it read. In place of our text it counts as its yes; in place of a
     * translation it does not yet: our text is then written after it, and shown again.
     *
     * @return whether it counts as the partner's yes
     */
    @Transactional(label = "narrative.take-correction")
    public boolean takeCorrection(NarrativePassageId id, int version) {
        NarrativePassage passage = hold(id, version);
        if (passage.standing() != PassageStanding.CORRECTED) {
            throw new Refused("narrative.refused.no-correction");
        }
        NarrativePassage taken = passage.withCorrection();
        save(taken);
        return taken.standing() == PassageStanding.AGREED;
    }

    /**
     * What came of showing the passages of a report.
     *
     * @param held the partners without a page, or whose language the passage is not in
     */
    public record ShownPassages(int shown, List<OrganisationId> held) {}

    /** Shows the written passages of a report to the partners that have a page, each in the language of its page. */
    @Transactional(label = "narrative.show-passages")
    public ShownPassages show(NarrativeReportId report) {
        NarrativeReportService.requireOpen(db, report);
        String written = queries.findById(report).language();
        List<NarrativePassage> unshown = queries.findPassages(report).stream()
                .filter(each -> each.shownOn() == null && !each.content().body().isBlank())
                .toList();
        Map<OrganisationId, String> languages = partners.findLanguages(
                unshown.stream().map(NarrativePassage::organisation).toList());
        List<OrganisationId> held = new ArrayList<>();
        for (NarrativePassage each : unshown) {
            String language = languages.get(each.organisation());
            if (language == null
                    || (!language.equals(written)
                            && each.content().translation().isBlank())) {
                held.add(each.organisation());
            } else {
                save(each.shownOn(settings.today()));
            }
        }
        return new ShownPassages(unshown.size() - held.size(), held);
    }

    /**
     * Removes a passage.
     *
     * @throws Refused if its partner answered
     */
    @Transactional(label = "narrative.remove-passage")
    public void remove(NarrativePassageId id, int version) {
        NarrativePassage passage = hold(id, version);
        if (passage.answer() != null) {
            throw new Refused("narrative.refused.answered");
        }
        repository.delete(passage);
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

    /** Only by the partner's page, until the report is filed: a partner that changes its mind is heard. */
    @Override
    @Transactional(label = "narrative.answer")
    public boolean answer(OrganisationId partner, UUID id, int version, PassageAnswer answer, String correction) {
        if (!CurrentActor.get().equals(BY_LINK)) {
            throw new AccessDeniedException("Only the partner answers");
        }
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
