package org.convergence.safety.guide.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.guide.CountryGuides;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.GuideTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the guides of countries: a text under each heading, with who read it again and when (R-SEC-5). */
@Service
@Transactional
@Requires(GuidePermissions.EDIT)
public class GuideService implements CountryGuides {

    private static final String TABLE = "safety.guide_part";

    /** A part is to be read again after six months, or when the level of its country changed since. */
    private static final String PARTS = """
            SELECT p.id, p.version, p.country, p.heading, p.content, n.display_name AS reviewer, p.reviewed_on,
                   p.reviewed_on + interval '6 months' < :today OR coalesce(a.changed_on > p.reviewed_on, false) AS is_stale
            FROM safety.guide_part p
            LEFT JOIN safety.guide_advisory a USING (country)
            LEFT JOIN directory.people_person_name n ON n.id = p.reviewed_by
            """;

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NamedPeopleFinder names;
    private final OrganisationSettings settings;

    GuideService(JdbcClient db, AuditTrail audit, NamedPeopleFinder names, OrganisationSettings settings) {
        this.db = db;
        this.audit = audit;
        this.names = names;
        this.settings = settings;
    }

    /**
     * What a guide says under a heading.
     *
     * @param reviewer who wrote it or read it again; {@code null} if not known
     * @param isStale whether it is to be read again
     */
    public record GuidePart(
            UUID id,
            int version,
            String country,
            GuideTopic heading,
            String content,
            @Nullable String reviewer,
            LocalDate reviewedOn,
            boolean isStale) {}

    /** The parts of a guide that are written, in the order of the headings. */
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public List<GuidePart> findParts(Country country) {
        return db
                .sql(PARTS + "WHERE p.country = :country")
                .param("today", settings.today())
                .param("country", country.code())
                .query(RecordMapper.of(GuidePart.class))
                .list()
                .stream()
                .sorted(Comparator.comparing(GuidePart::heading))
                .toList();
    }

    /** A part; empty if it is not written. */
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public Optional<GuidePart> findPart(Country country, GuideTopic heading) {
        return findParts(country).stream()
                .filter(each -> each.heading() == heading)
                .findFirst();
    }

    /** The parts that hold a text, of all countries. */
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public List<GuidePart> search(String text, int limit) {
        return db.sql(PARTS + """
                        WHERE platform.fold(p.content) LIKE '%' || platform.fold(:text) || '%'
                        ORDER BY p.country, p.heading LIMIT :limit
                        """)
                .param("today", settings.today())
                .param("text", text)
                .param("limit", limit)
                .query(RecordMapper.of(GuidePart.class))
                .list();
    }

    private record CountedGuide(String country, int parts, int stale, LocalDate reviewedOn) {}

    @Override
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public Map<Country, GuideSummary> findSummaries(Collection<Country> countries) {
        Map<Country, GuideSummary> found = new HashMap<>();
        db.sql("""
                        SELECT country, count(*)::int AS parts, count(*) FILTER (WHERE is_stale)::int AS stale,
                               min(reviewed_on) AS reviewed_on
                        FROM (%s WHERE p.country = ANY (:countries)) g GROUP BY country
                        """.formatted(PARTS))
                .param("today", settings.today())
                .param("countries", countries.stream().map(Country::code).toArray(String[]::new))
                .query(RecordMapper.of(CountedGuide.class))
                .list()
                .forEach(each -> found.put(
                        new Country(each.country()), new GuideSummary(each.parts(), each.stale(), each.reviewedOn())));
        return found;
    }

    /** The changes of a part, the latest first; what it said before each is its old text, whole. */
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public List<AuditEntry> findChanges(GuidePart part) {
        return audit.findByRow(TABLE, part.id(), 20);
    }

    /**
     * Writes a part.
     *
     * @param version the version on which the form was opened; 0 if the part was not written
     * @param reviewedOn the day on which it was last read; an older text is as old as its last reading
     * @throws Refused if the day is to come, or the text names a person of the directory, since the guide lies on phones
     */
    @Transactional(label = "guide.write")
    public void save(Country country, GuideTopic heading, int version, String content, LocalDate reviewedOn) {
        if (reviewedOn.isAfter(settings.today())) {
            throw new Refused("guide.refused.day");
        }
        List<String> named = names.findNames(List.of(content)).get(0);
        if (!named.isEmpty()) {
            throw new Refused("guide.refused.names", String.join(", ", named));
        }
        store(country, heading, version, content, reviewedOn);
    }

    /** Records that a part was read again and still holds. */
    @Transactional(label = "guide.reread")
    public void review(Country country, GuideTopic heading, int version) {
        findPart(country, heading)
                .ifPresent(part -> store(country, heading, version, part.content(), settings.today()));
    }

    private void store(Country country, GuideTopic heading, int version, String content, LocalDate reviewedOn) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("country", country.code());
        values.put("heading", heading);
        values.put("content", content);
        values.put("reviewed_by", CurrentActor.get().personId());
        values.put("reviewed_on", reviewedOn);
        UUID id = findPart(country, heading).map(GuidePart::id).orElse(null);
        try {
            VersionedRow.save(db, TABLE, id, version, values);
        } catch (DuplicateKeyException twice) {
            throw new Refused("guide.refused.twice");
        }
    }

    /** People who read a part, or are named in one all the same. */
    @Bean
    static IdentityReferences referencesFromGuide(ReferenceDeclarations declare) {
        return declare.table(TABLE)
                .person("reviewed_by", ErasureRule.CLEAR)
                .about("r.reviewed_by = :person")
                .texts(Map.of("content", 8_000));
    }
}
