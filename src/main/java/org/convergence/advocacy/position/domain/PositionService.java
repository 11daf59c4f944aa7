package org.convergence.advocacy.position.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.advocacy.position.PositionPermissions;
import org.convergence.advocacy.position.domain.Position.PositionFacts;
import org.convergence.advocacy.position.domain.Position.PositionId;
import org.convergence.advocacy.position.domain.Position.PositionKind;
import org.convergence.advocacy.position.domain.Position.PositionState;
import org.convergence.advocacy.position.domain.Position.PositionText;
import org.convergence.advocacy.position.domain.Position.Publication;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.newsletter.NewsletterDrafts;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.SourceTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds and writes positions, has them read by a second person, and publishes them. Changed texts are read again. A
 * published position is a realisation, once.
 */
@Service
@Transactional
@Requires(PositionPermissions.EDIT)
public class PositionService {

    private final PositionRepository repository;
    private final RealisationRecorder realisations;
    private final NewsletterDrafts newsletters;
    private final MandateLookup mandates;
    private final SourceTexts texts;
    private final OrganisationSettings settings;
    private final ListQuery<PositionFilter, Position> list;

    PositionService(
            PositionRepository repository,
            RealisationRecorder realisations,
            NewsletterDrafts newsletters,
            MandateLookup mandates,
            SourceTexts texts,
            OrganisationSettings settings,
            JdbcClient db) {
        this.repository = repository;
        this.realisations = realisations;
        this.newsletters = newsletters;
        this.mandates = mandates;
        this.texts = texts;
        this.settings = settings;
        this.list = new ListQuery<>(
                db,
                "p.*",
                "advocacy.position p",
                filter -> new SqlConditions()
                        .andSelective("""
                                p.id IN (SELECT id FROM advocacy.position
                                         WHERE search_form LIKE '%' || platform.fold(:words) || '%'
                                         UNION ALL
                                         SELECT position FROM advocacy.position_text
                                         WHERE search_form LIKE '%' || platform.fold(:words) || '%')
                                """, "words", filter.words().strip())
                        .and(
                                "p.kind = :kind",
                                "kind",
                                filter.kind() == null ? null : filter.kind().name())
                        .and("p.country = :country", "country", filter.country()),
                List.of(ListOrder.<Position>descending("latest")
                        .day("p.written_on", Position::writtenOn)
                        .id("p.id", Position::id)),
                RecordMapper.of(Position.class));
    }

    /** @throws NotFound if there is no such position */
    @Transactional(readOnly = true)
    @Requires(PositionPermissions.READ)
    public Position findById(PositionId id) {
        return repository.findById(id);
    }

    /** The texts, French first. */
    @Transactional(readOnly = true)
    @Requires(PositionPermissions.READ)
    public List<PositionText> findTexts(PositionId id) {
        return repository.findTexts(id);
    }

    /** The organisations that sign with us. */
    @Transactional(readOnly = true)
    @Requires(PositionPermissions.READ)
    public List<OrganisationId> findSignatories(PositionId id) {
        return repository.findSignatories(id).stream().map(OrganisationId::new).toList();
    }

    @Transactional(label = "position.write")
    public PositionId create(PositionFacts facts) {
        requireMandate(facts);
        return repository.insert(facts, CurrentActor.get().id(), settings.today());
    }

    /** @throws Refused if it is published: take the publication back first */
    @Transactional(label = "position.write")
    public void update(PositionId id, int version, PositionFacts facts) {
        Position before = repository.lock(id);
        OptimisticLock.requireSameVersion(PositionRepository.TABLE, id.value(), version, before.version());
        if (before.state() == PositionState.PUBLISHED) {
            throw new Refused("position.refused.published");
        }
        requireMandate(facts);
        boolean rewritten = !repository.findTexts(id).equals(facts.texts());
        repository.update(id, version, facts, rewritten ? CurrentActor.get().id() : before.writtenBy(), rewritten);
    }

    private void requireMandate(PositionFacts facts) {
        if (facts.mandateOn().isAfter(settings.today())) {
            throw new Refused("position.refused.mandate");
        }
    }

    /**
     * Records the second look at the present texts.
     *
     * @param on the day of the second look
     * @throws Refused if the actor wrote them, or the day is in the future
     */
    @Transactional(label = "position.read")
    public void read(PositionId id, LocalDate on) {
        Position before = repository.lock(id);
        Actor actor = CurrentActor.get();
        if (actor.id().equals(before.writtenBy())) {
            throw new Refused("position.refused.same-person");
        }
        if (on.isAfter(settings.today())) {
            throw new Refused("position.refused.future");
        }
        repository.setRead(before, actor.label(), on);
    }

    /**
     * Records the publication.
     *
     * @throws Refused if nobody else read the present texts before that day, it is in the future, or the decision that
     *     allows us to speak no longer stands
     */
    @Transactional(label = "position.publish")
    public void publish(PositionId id, Publication publication) {
        Position before = repository.lock(id);
        if (before.state() == PositionState.DRAFT) {
            throw new Refused("position.refused.unread");
        }
        if (before.cited() != null && mandates.findById(before.cited()).isEmpty()) {
            throw new Refused("position.refused.cited");
        }
        if (publication.on().isAfter(settings.today())) {
            throw new Refused("position.refused.future");
        }
        if (before.read() != null && publication.on().isBefore(before.read().on())) {
            throw new Refused("position.refused.before-read", before.read().on());
        }
        repository.setPublished(id, publication);
        texts.giveAgain(PositionRepository.TABLE, id.value());
        realisations.record(RecordRealisationCommand.forLine(
                source(id),
                new RealisationDetails(
                        before.title(),
                        before.kind() == PositionKind.SPEECH ? RealisationKind.SPEECH : RealisationKind.PUBLICATION,
                        DayRange.on(publication.on()),
                        null,
                        null,
                        signatories(id)),
                Amounts.UNKNOWN,
                before.line()));
    }

    private Set<OrganisationId> signatories(PositionId id) {
        return repository.findSignatories(id).stream()
                .limit(RealisationDetails.MOST_ORGANISATIONS)
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
    }

    /**
     * Takes a publication back, which was recorded by mistake.
     *
     * @return the number of organisations that have a copy of its text
     */
    @Transactional(label = "position.take-back")
    public int takeBack(PositionId id) {
        if (repository.lock(id).publishedOn() == null) {
            return 0;
        }
        repository.setPublished(id, null);
        realisations.withdraw(source(id));
        return texts.takeBack(PositionRepository.TABLE, id.value());
    }

    /**
     * Makes a draft of the newsletter of one of its texts.
     *
     * @return the address of the draft
     * @throws Refused if nobody else read the present texts, or there is none in the language
     */
    @Transactional(label = "position.hand-over")
    public String handOver(PositionId id, String language) {
        Position position = repository.lock(id);
        if (position.state() == PositionState.DRAFT) {
            throw new Refused("position.refused.hand-over");
        }
        return findTexts(id).stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .map(each -> newsletters.write(language, position.title(), "", each.body()))
                .orElseThrow(() -> new NotFound("text"));
    }

    private static RealisationSource source(PositionId id) {
        String value = id.value().toString();
        return new RealisationSource("advocacy.position", "position", value, "/advocacy/position/" + value);
    }

    /**
     * A filter of positions.
     *
     * @param words of the title, the theme or a text; may be empty
     */
    public record PositionFilter(
            String words,
            @Nullable PositionKind kind,
            @Nullable String country) {}

    @Transactional(readOnly = true)
    @Requires(PositionPermissions.READ)
    public ListPage<Position> findPage(ListRequest<PositionFilter> request) {
        return list.findPage(request);
    }

    /** The latest positions of a filter. */
    @Transactional(readOnly = true)
    @Requires(PositionPermissions.READ)
    public List<Position> findFirst(PositionFilter filter, int limit) {
        return list.findSlice(new ListRequest<>(filter, "latest", null, limit)).rows();
    }
}
