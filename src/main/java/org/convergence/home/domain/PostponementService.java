package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Postpones rows of the current user's home page until a day. Other users' pages and the underlying records do not
 * change.
 */
@Service
@Transactional
@Requires(HomePermissions.OPEN)
public class PostponementService {

    /** The longest postponement, in months. */
    private static final int MONTHS = 12;

    private static final Pattern SUBJECT = Pattern.compile("[a-z.]+/[A-Za-z0-9/-]{1,150}");

    private final JdbcClient db;
    private final OrganisationSettings settings;

    PostponementService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** The current user's postponed rows, with the day on which each returns. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> findOwn() {
        Map<String, LocalDate> all = new HashMap<>();
        db.sql("SELECT subject, until FROM home.put_off WHERE account = ? AND until > ?")
                .params(CurrentActor.get().id(), settings.today())
                .query((row, n) -> all.put(row.getString("subject"), row.getObject("until", LocalDate.class)))
                .list();
        return all;
    }

    /**
     * Postpones a row.
     *
     * @param subject its key
     * @param until the day on which it returns
     * @throws Refused if that is not after today, or more than a year away
     */
    public void postpone(String subject, LocalDate until) {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new NotFound("line");
        }
        LocalDate today = settings.today();
        if (!until.isAfter(today) || until.isAfter(today.plusMonths(MONTHS))) {
            throw new Refused("home.refused.day");
        }
        db.sql("""
                        INSERT INTO home.put_off (account, subject, until) VALUES (?, ?, ?)
                        ON CONFLICT (account, subject) DO UPDATE SET until = excluded.until
                        """).params(CurrentActor.get().id(), subject, until).update();
    }

    /** Undoes a postponement. */
    public void undoPostpone(String subject) {
        db.sql("DELETE FROM home.put_off WHERE account = ? AND subject = ?")
                .params(CurrentActor.get().id(), subject)
                .update();
    }
}
