package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Failed deliveries, each address under a keyed mark (R-MAIL-1). */
@Service
@Transactional
@Open("the address must be known to be looked up or marked")
public class JdbcBounceRegistry implements BounceRegistry {

    private static final String USE = "bounced address";

    private final MarkGenerator marks;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    JdbcBounceRegistry(MarkGenerator marks, OrganisationSettings settings, JdbcClient db, Clock clock) {
        this.marks = marks;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, BounceRecord> findByAddresses(Collection<String> addresses) {
        Map<String, String> byMark = new HashMap<>();
        addresses.forEach(
                address -> marks.computeAll(plain(address), USE).forEach(mark -> byMark.put(mark, plain(address))));
        Map<String, BounceRecord> known = new HashMap<>();
        if (!byMark.isEmpty()) {
            db.sql("SELECT mark, failed_at, delays, last_at FROM platform.mail_bounce WHERE mark = ANY (?)")
                    .param(byMark.keySet().toArray(String[]::new))
                    .query((row, n) -> known.put(
                            String.valueOf(byMark.get(row.getString("mark"))),
                            bounced(
                                    row.getObject("failed_at", OffsetDateTime.class),
                                    row.getInt("delays"),
                                    row.getObject("last_at", OffsetDateTime.class))))
                    .list();
        }
        Map<String, BounceRecord> asked = new LinkedHashMap<>();
        for (String address : addresses) {
            Optional.ofNullable(known.get(plain(address))).ifPresent(it -> asked.put(address, it));
        }
        return asked;
    }

    private BounceRecord bounced(@Nullable OffsetDateTime failed, int delays, OffsetDateTime last) {
        return new BounceRecord(
                failed == null ? null : settings.dayOf(failed.toInstant()), delays, settings.dayOf(last.toInstant()));
    }

    @Override
    public void clear(String address) {
        db.sql("DELETE FROM platform.mail_bounce WHERE mark = ANY (?)")
                .param(marks(address))
                .update();
    }

    String[] marks(String address) {
        return marks.computeAll(plain(address), USE).toArray(String[]::new);
    }

    @Override
    public void recordFailure(String address) {
        recordBounce(address, true, true);
    }

    /** Records that a letter did not arrive at its address; ignored if the letter no longer exists. */
    void recordBounce(UUID letter, boolean forGood) {
        if (forGood) {
            db.sql("""
                            UPDATE platform.mail_message SET state = 'FAILED', problem = 'BOUNCED', next_at = :now
                             WHERE id = :id AND (state IN ('SENT', 'SENDING', 'PERHAPS_SENT')
                                                 OR state IN ('QUEUED', 'FAILED') AND cut_off)""").param("now", SqlTime.now(clock)).param("id", letter).update();
        }
        db.sql("SELECT recipient FROM platform.mail_message WHERE id = ? AND recipient <> ''")
                .param(letter)
                .query(String.class)
                .optional()
                .ifPresent(address -> recordBounce(address, forGood, forGood));
    }

    /**
     * Records that a server refuses an address.
     *
     * @param isReported whether that was told after the server had taken a letter: that it takes another one proves nothing
     */
    void recordBounce(String address, boolean forGood, boolean isReported) {
        OffsetDateTime now = SqlTime.now(clock);
        db.sql("""
                        INSERT INTO platform.mail_bounce AS b (mark, failed_at, delays, last_at, reported)
                        VALUES (:mark, CASE WHEN :forGood THEN :now::timestamptz END, CASE WHEN :forGood THEN 0 ELSE 1 END, :now,
                                :reported)
                        ON CONFLICT (mark) DO UPDATE
                        SET failed_at = coalesce(b.failed_at, excluded.failed_at), delays = b.delays + excluded.delays,
                            last_at = excluded.last_at, reported = b.reported OR excluded.reported
                        """)
                .param("mark", marks.compute(plain(address), USE))
                .param("forGood", forGood)
                .param("reported", isReported)
                .param("now", now)
                .update();
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
