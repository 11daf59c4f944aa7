package org.convergence.directory.segment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.directory.segment.SegmentId;
import org.convergence.directory.segment.SegmentPermissions;
import org.convergence.directory.segment.domain.AudiencePolicy.RecipientFacts;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the people of segments, and decides on each in batches. */
@Service
@Transactional(readOnly = true)
@Requires(SegmentPermissions.READ)
public class AudienceQueries implements SegmentAudience {

    private static final int AT_ONCE = 1_000;

    private final SegmentRepository segments;
    private final Map<String, SegmentCriterion> criteria;
    private final ContactLookup contacts;
    private final ConsentChecker consents;
    private final BounceRegistry bounces;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    AudienceQueries(
            SegmentRepository segments,
            List<SegmentCriterion> criteria,
            ContactLookup contacts,
            ConsentChecker consents,
            BounceRegistry bounces,
            OrganisationSettings settings,
            JdbcClient db) {
        this.segments = segments;
        this.criteria = criteria.stream().collect(Collectors.toMap(SegmentCriterion::key, each -> each));
        this.contacts = contacts;
        this.consents = consents;
        this.bounces = bounces;
        this.settings = settings;
        this.db = db;
    }

    private record AudienceCondition(String sql, Map<String, Object> parameters) {}

    /** A function of a person, and the last day of letters of other mailings to its organisation, at most a week away. */
    private record FunctionRow(
            UUID person, UUID organisation, @Nullable LocalDate lastLetter) {}

    @Override
    public List<SegmentChoice> findAll() {
        return segments.findAllByOrderByName().stream()
                .map(each -> new SegmentChoice(each.typedId(), each.name()))
                .toList();
    }

    @Override
    public long count(SegmentId segment) {
        return count(chosen(segment));
    }

    /** The number of people who match criteria. */
    public long count(SegmentCriteria chosen) {
        AudienceCondition where = condition(chosen);
        return db.sql("SELECT count(*) FROM directory.people_person_in_clear p WHERE " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    private SegmentCriteria chosen(SegmentId segment) {
        return segments.findById(segment.value()).map(Segment::chosen).orElse(new SegmentCriteria(Map.of()));
    }

    /** A stored criterion whose module is gone selects nobody, rather than everyone. */
    private AudienceCondition condition(SegmentCriteria chosen) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("today", settings.today()));
        chosen.values().forEach((key, values) -> {
            SegmentCriterion criterion = criteria.get(key);
            conditions.add(criterion == null ? "false" : criterion.condition());
            parameters.put(
                    key,
                    values.stream()
                            .map(value -> criterion != null && criterion.isTyped() ? pattern(value) : value)
                            .toArray(String[]::new));
        });
        return new AudienceCondition(String.join(" AND ", conditions), parameters);
    }

    private static String pattern(String typed) {
        return "%" + TextNormalizer.fold(typed).replaceAll("[%_\\\\]", "") + "%";
    }

    @Override
    public List<AudiencePerson> findNext(AudienceQuestion question, @Nullable PersonId after, int limit) {
        return decide(question, ids(question, "(CAST(:after AS uuid) IS NULL OR p.id > :after)", after, null, limit));
    }

    /** Of the next 1,000 people at most, as a reason may be rare, the first ones excluded for it. */
    public ExcludedPeople findExcluded(
            AudienceQuestion question, AudienceExclusion reason, @Nullable PersonId after, int limit) {
        List<AudiencePerson> found = new ArrayList<>();
        List<AudiencePerson> batch = findNext(question, after, AT_ONCE);
        PersonId last = null;
        for (AudiencePerson each : batch) {
            last = each.person();
            if (each.exclusion() == reason) {
                found.add(each);
                if (found.size() == limit) {
                    return new ExcludedPeople(found, last);
                }
            }
        }
        return new ExcludedPeople(found, batch.size() == AT_ONCE ? last : null);
    }

    @Override
    public List<AudiencePerson> findByIds(AudienceQuestion question, Collection<PersonId> people) {
        UUID[] asked = people.stream().map(PersonId::value).toArray(UUID[]::new);
        return decide(question, ids(question, "p.id = ANY (:asked)", null, asked, asked.length));
    }

    private List<PersonId> ids(
            AudienceQuestion question, String more, @Nullable PersonId after, UUID @Nullable [] asked, int limit) {
        AudienceCondition where = condition(chosen(question.segment()));
        return db
                .sql("SELECT p.id FROM directory.people_person_in_clear p WHERE " + where.sql() + " AND " + more
                        + " ORDER BY p.id LIMIT :limit")
                .params(where.parameters())
                .param("after", after == null ? null : after.value())
                .param("asked", asked)
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    private List<AudiencePerson> decide(AudienceQuestion question, List<PersonId> people) {
        LocalDate today = Objects.requireNonNullElseGet(question.on(), settings::today);
        Map<PersonId, PersonContact> reached = contacts.findContacts(people);
        Map<PersonId, ConsentDecision> decisions =
                consents.mayWrite(people, ConsentChannel.MAIL, question.purpose(), today);
        Map<String, BounceRegistry.BounceRecord> bounced = bounces.findByAddresses(reached.values().stream()
                .map(PersonContact::mail)
                .filter(Objects::nonNull)
                .toList());
        Map<UUID, List<FunctionRow>> functions = functions(question.mailing(), people, today);
        List<AudiencePerson> all = new ArrayList<>();
        for (PersonContact each : reached.values()) {
            PersonId id = each.who().id();
            ConsentDecision decision = Objects.requireNonNull(decisions.get(id));
            BounceRegistry.BounceRecord failed = each.mail() == null ? null : bounced.get(each.mail());
            List<FunctionRow> held = functions.getOrDefault(id.value(), List.of());
            LocalDate last = !question.isWeekly()
                    ? null
                    : held.stream()
                            .map(FunctionRow::lastLetter)
                            .filter(Objects::nonNull)
                            .max(LocalDate::compareTo)
                            .orElse(null);
            AudienceExclusion exclusion = AudiencePolicy.exclusion(
                    new RecipientFacts(each.mail(), failed != null && failed.failing(), decision, last),
                    question.concernsFunction(),
                    today);
            all.add(new AudiencePerson(
                    id,
                    each.who().name(),
                    each.mail(),
                    each.language(),
                    held.stream()
                            .map(row -> new OrganisationId(row.organisation()))
                            .distinct()
                            .toList(),
                    exclusion == null ? decision.basis() : null,
                    exclusion == null ? decision.until() : null,
                    exclusion,
                    exclusion == AudienceExclusion.WEEK && last != null
                            ? last.plusDays(AudiencePolicy.DAYS_BETWEEN_LETTERS)
                            : null));
        }
        return all;
    }

    private Map<UUID, List<FunctionRow>> functions(UUID mailing, List<PersonId> people, LocalDate today) {
        Map<UUID, List<FunctionRow>> all = new HashMap<>();
        db.sql("""
                        SELECT f.person, f.organisation,
                               (SELECT max(l.sent_on) FROM directory.segment_letter l
                                WHERE l.organisation = f.organisation AND l.mailing <> :mailing
                                  AND l.sent_on > :since AND l.sent_on < :before) AS last_letter
                        FROM directory.people_held_function f
                        WHERE f.person = ANY (:people) AND (f.until IS NULL OR f.until >= :today)
                        """)
                .param("mailing", mailing)
                .param("since", today.minusDays(AudiencePolicy.DAYS_BETWEEN_LETTERS))
                .param("before", today.plusDays(AudiencePolicy.DAYS_BETWEEN_LETTERS))
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("today", today)
                .query(FunctionRow.class)
                .list()
                .forEach(row -> all.computeIfAbsent(row.person(), id -> new ArrayList<>())
                        .add(row));
        return all;
    }

    @Override
    public AudienceSummary summarize(AudienceQuestion question) {
        Map<String, Integer> languages = new TreeMap<>();
        Map<AudienceExclusion, Integer> exclusions = new EnumMap<>(AudienceExclusion.class);
        int allowed = 0;
        LocalDate freeOn = null;
        PersonId after = null;
        List<AudiencePerson> batch;
        do {
            batch = findNext(question, after, AT_ONCE);
            for (AudiencePerson each : batch) {
                if (each.exclusion() == null) {
                    allowed++;
                    languages.merge(Objects.requireNonNullElse(each.language(), ""), 1, Integer::sum);
                } else {
                    exclusions.merge(each.exclusion(), 1, Integer::sum);
                    if (each.freeOn() != null
                            && (freeOn == null || each.freeOn().isAfter(freeOn))) {
                        freeOn = each.freeOn();
                    }
                }
                after = each.person();
            }
        } while (batch.size() == AT_ONCE);
        return new AudienceSummary(allowed, languages, exclusions, freeOn);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordLetters(UUID mailing, Collection<OrganisationId> organisations, @Nullable LocalDate on) {
        db.sql("""
                        INSERT INTO directory.segment_letter (organisation, mailing, sent_on)
                        SELECT DISTINCT organisation, :mailing, CAST(:on AS date)
                        FROM unnest(CAST(:organisations AS uuid[])) AS organisation
                        ON CONFLICT (organisation, mailing) DO NOTHING
                        """)
                .param("mailing", mailing)
                .param("on", Objects.requireNonNullElseGet(on, settings::today))
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetLetters(UUID mailing) {
        db.sql("DELETE FROM directory.segment_letter WHERE mailing = ?")
                .param(mailing)
                .update();
    }

    @Override
    @Open("the module of the mailing decides, whose text another one took back")
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetLetters(UUID mailing, Collection<OrganisationId> organisations) {
        db.sql("DELETE FROM directory.segment_letter WHERE mailing = :mailing AND organisation = ANY (:organisations)")
                .param("mailing", mailing)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .update();
    }
}
