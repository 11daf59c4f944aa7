package org.convergence.platform.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.DatabaseReplaced;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the organisation's settings. They are needed at nearly every request and change once a year, so each node
 * caches them for a few seconds: another node's change is seen after at most that time.
 */
@Service
public class OrganisationSettings {

    private static final OrganisationProfile BEFORE_SET_UP = new OrganisationProfile(
            "Convergence", List.of("fr", "en"), ZoneId.of("America/Toronto"), MonthDay.of(4, 1), null);
    private static final long REMEMBERED_MILLIS = 5_000;

    static final String COLUMNS = """
            name, languages, zone, fiscal_year_start, home_place, legal_name, registration, address, phone, mail, site,
            cheques_to, bank_details, signatory, signatory_title, logo, giving""";

    private final JdbcClient db;
    private final Clock clock;
    private volatile @Nullable CachedProfile remembered;

    OrganisationSettings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record CachedProfile(Optional<OrganisationProfile> settings, long until) {}

    /** The settings; before the set-up, defaults of a French-speaking organisation in Québec. */
    @Open("every page shows the name")
    public OrganisationProfile current() {
        return find().orElse(BEFORE_SET_UP);
    }

    /** Whether the organisation has been set up. */
    @Open("used before sign-in")
    public boolean areSetUp() {
        return find().isPresent();
    }

    /** Today in the organisation's time zone. */
    @Open("the day is not secret")
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The date and time in the organisation's time zone. */
    @Open("the time is not secret")
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), current().zone());
    }

    /** The day of an instant in the organisation's time zone. */
    @Open("the day is not secret")
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, current().zone());
    }

    /** What a paper shows of the organisation besides its name. */
    @Open("every paper shows it")
    public Letterhead letterhead() {
        OrganisationProfile profile = current();
        OrganisationIdentity identity = profile.identity();
        byte[] logo = identity.logo().isEmpty()
                ? Letterhead.NONE.logo()
                : db.sql("SELECT picture FROM platform.settings_logo")
                        .query(byte[].class)
                        .optional()
                        .orElseGet(Letterhead.NONE::logo);
        return new Letterhead(identity.senderLines(profile.name()), identity.contact(), logo);
    }

    private Optional<OrganisationProfile> find() {
        CachedProfile last = remembered;
        long now = System.nanoTime() / 1_000_000;
        if (last != null && now < last.until() && last.settings().isPresent()) {
            return last.settings();
        }
        Optional<OrganisationProfile> read = db.sql("SELECT " + COLUMNS + " FROM platform.settings_organisation")
                .query((row, n) -> settings(row))
                .optional();
        remembered = new CachedProfile(read, now + REMEMBERED_MILLIS);
        return read;
    }

    static OrganisationProfile settings(ResultSet row) throws SQLException {
        return new OrganisationProfile(
                row.getString("name"),
                List.of((String[]) row.getArray("languages").getArray()),
                ZoneId.of(row.getString("zone")),
                MonthDay.parse("--" + row.getString("fiscal_year_start")),
                row.getString("home_place"),
                new OrganisationIdentity(
                        row.getString("legal_name"),
                        row.getString("registration"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("mail"),
                        row.getString("site"),
                        row.getString("cheques_to"),
                        row.getString("bank_details"),
                        row.getString("signatory"),
                        row.getString("signatory_title"),
                        row.getString("logo"),
                        row.getString("giving")));
    }

    /**
     * Creates the settings at the set-up; the caller checks the right to do so.
     *
     * @throws Refused if they exist already
     */
    @Open("the set-up checks its own token")
    @Transactional
    public void create(OrganisationProfile settings) {
        int written = bind(db.sql("""
                INSERT INTO platform.settings_organisation
                       (id, version, %s)
                VALUES (:id, 0, :name, :languages, :zone, :start, :place, :legalName, :registration, :address, :phone,
                        :mail, :site, :chequesTo, :bankDetails, :signatory, :signatoryTitle, :logo, :giving) ON CONFLICT (only_one) DO NOTHING""".formatted(COLUMNS)), settings)
                .param("id", Ids.next())
                .update();
        if (written == 0) {
            throw new Refused("settings.exists");
        }
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        remembered = null;
    }

    /** Binds the values to a statement that writes them, and clears the cache. */
    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, OrganisationProfile settings) {
        forget();
        return statement
                .param("name", settings.name())
                .param("languages", settings.languages().toArray(String[]::new))
                .param("zone", settings.zone().getId())
                .param("start", settings.fiscalYearStart().toString().substring(2))
                .param("place", settings.homePlace())
                .param("legalName", settings.identity().legalName())
                .param("registration", settings.identity().registration())
                .param("address", settings.identity().address())
                .param("phone", settings.identity().phone())
                .param("mail", settings.identity().mail())
                .param("site", settings.identity().site())
                .param("chequesTo", settings.identity().chequesTo())
                .param("bankDetails", settings.identity().bankDetails())
                .param("signatory", settings.identity().signatory())
                .param("signatoryTitle", settings.identity().signatoryTitle())
                .param("logo", settings.identity().logo())
                .param("giving", settings.identity().giving());
    }
}
