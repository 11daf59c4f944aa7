package org.convergence.safety.guide.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.guide.Advisories;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.domain.AdvisoryPolicy.KeptAdvisory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register of advisories. A country without a row is unknown. */
@Service
@Transactional
@Requires(GuidePermissions.EDIT)
public class AdvisoryService implements Advisories {

    private static final String COLUMNS =
            "SELECT country, level, regional, source, published_on, checked_on, from_file FROM safety.guide_advisory ";

    private final JdbcClient db;
    private final OrganisationSettings settings;

    AdvisoryService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    private record StoredAdvisory(
            String country,
            AdvisoryLevel level,
            @Nullable AdvisoryLevel regional,
            String source,
            LocalDate publishedOn,
            LocalDate checkedOn,
            boolean fromFile) {

        CountryAdvisory toAdvisory() {
            return new CountryAdvisory(new Country(country), level, regional, source, publishedOn, checkedOn);
        }
    }

    /**
     * The result of a file.
     *
     * @param read countries with a level in the file
     * @param changed countries whose level differs from before, those that were or are now unknown included
     * @param unknown countries that an earlier file had and this one lacks
     */
    public record AdvisoryImport(int read, List<Country> changed, List<Country> unknown) {}

    /** The whole register, in the order of the codes. */
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public List<CountryAdvisory> findAll() {
        return findStored().stream().map(StoredAdvisory::toAdvisory).toList();
    }

    private List<StoredAdvisory> findStored() {
        return db.sql(COLUMNS + "ORDER BY country")
                .query(RecordMapper.of(StoredAdvisory.class))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public Map<Country, CountryAdvisory> findByCountries(Collection<Country> countries) {
        Map<Country, CountryAdvisory> found = new LinkedHashMap<>();
        countries.forEach(country -> found.put(country, CountryAdvisory.unknown(country)));
        db.sql(COLUMNS + "WHERE country = ANY (?)")
                .param(countries.stream().map(Country::code).distinct().toArray(String[]::new))
                .query(RecordMapper.of(StoredAdvisory.class))
                .list()
                .forEach(row -> found.put(new Country(row.country()), row.toAdvisory()));
        return found;
    }

    /** The advisory of a country; unknown where there is none. */
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public CountryAdvisory findByCountry(Country country) {
        return Objects.requireNonNull(findByCountries(List.of(country)).get(country));
    }

    /**
     * Records an advisory by hand.
     *
     * @throws Refused if it is published after today
     */
    @Transactional(label = "guide.record")
    public void record(CountryAdvisory advisory) {
        if (advisory.publishedOn() == null || advisory.publishedOn().isAfter(settings.today())) {
            throw new Refused("guide.refused.later");
        }
        lock();
        save(new KeptAdvisory(advisory, false));
    }

    /**
     * Replaces what earlier files said. Countries that the file lacks become unknown, unless they were entered by hand;
     * an advisory by hand gives way only to a later one.
     */
    @Transactional(label = "guide.import")
    public AdvisoryImport replace(List<CountryAdvisory> register) {
        lock();
        Map<Country, AdvisoryLevel> before = levels();
        Map<String, KeptAdvisory> kept = findStored().stream()
                .collect(Collectors.toMap(
                        StoredAdvisory::country, each -> new KeptAdvisory(each.toAdvisory(), each.fromFile())));
        List<CountryAdvisory> known = register.stream()
                .filter(each -> each.level() != AdvisoryLevel.UNKNOWN)
                .toList();
        List<String> codes = known.stream().map(each -> each.country().code()).toList();
        List<Country> unknown = db
                .sql("DELETE FROM safety.guide_advisory WHERE from_file AND country <> ALL (?) RETURNING country")
                .param(codes.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .map(Country::new)
                .toList();
        known.forEach(each -> save(AdvisoryPolicy.merge(kept.get(each.country().code()), each)));
        Map<Country, AdvisoryLevel> after = levels();
        List<Country> changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(each -> after.getOrDefault(each, AdvisoryLevel.UNKNOWN)
                        != before.getOrDefault(each, AdvisoryLevel.UNKNOWN))
                .toList();
        return new AdvisoryImport(known.size(), changed, unknown);
    }

    /**
     * Replaces the register by one that nobody looked at.
     *
     * @throws Refused if more countries became unknown than it has: it was cut somewhere
     */
    @Transactional(label = "guide.import")
    public void update(List<CountryAdvisory> register) {
        AdvisoryImport done = replace(register);
        if (done.unknown().size() > done.read()) {
            throw new Refused("guide.refused.cut", done.read(), done.unknown().size());
        }
    }

    /** Two files that arrive together are read one after the other. */
    private void lock() {
        TransactionLock.acquire(db, "guide/advisories");
    }

    private Map<Country, AdvisoryLevel> levels() {
        Map<Country, AdvisoryLevel> levels = new LinkedHashMap<>();
        findAll().forEach(each -> levels.put(each.country(), each.worst()));
        return levels;
    }

    private void save(KeptAdvisory kept) {
        CountryAdvisory advisory = kept.advisory();
        LocalDate today = settings.today();
        db.sql("""
                        INSERT INTO safety.guide_advisory AS a
                            (country, level, regional, source, published_on, checked_on, changed_on, from_file)
                        VALUES (:country, :level, :regional, :source, :published, :checked, :published, :file)
                        ON CONFLICT (country) DO UPDATE SET level = excluded.level, regional = excluded.regional,
                            source = excluded.source, published_on = excluded.published_on,
                            checked_on = excluded.checked_on, from_file = excluded.from_file,
                            changed_on = CASE WHEN (a.level, a.regional) IS DISTINCT FROM (excluded.level, excluded.regional)
                                              THEN :today ELSE a.changed_on END
                        """)
                .param("country", advisory.country().code())
                .param("level", advisory.level().name())
                .param(
                        "regional",
                        advisory.regional() == null ? null : advisory.regional().name())
                .param("source", advisory.source())
                .param("published", advisory.publishedOn())
                .param("checked", advisory.checkedOn() == null ? today : advisory.checkedOn())
                .param("today", today)
                .param("file", kept.fromFile())
                .update();
    }
}
