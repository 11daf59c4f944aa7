package org.convergence.plan.howto.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes how-tos, ties them to actions, and records whether they are still true. Writing one confirms it. */
@Service
@Transactional
@Requires(HowToPermissions.WRITE)
public class HowToService {

    static final String TABLE = "plan.howto";

    private final JdbcClient db;
    private final OrganisationSettings settings;

    HowToService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Creates a how-to for these actions. */
    public HowToId create(String title, String text, Collection<ActionId> actions) {
        HowToId id = new HowToId(Ids.next());
        db.sql("""
                        INSERT INTO plan.howto (id, version, title, text, confirmed_on, confirmed_by)
                        VALUES (?, 1, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        title,
                        text,
                        settings.today(),
                        CurrentActor.get().label())
                .update();
        actions.forEach(each -> tie(id, each));
        return id;
    }

    /**
     * Replaces the text of a how-to; a doubt is cleared.
     *
     * @param version the one shown in the form
     * @throws EditConflict if it was changed meanwhile
     */
    public void update(HowToId id, int version, String title, String text) {
        int written = db.sql("""
                        UPDATE plan.howto SET title = :title, text = :text, version = version + 1,
                            confirmed_on = :today, confirmed_by = :who, doubted_on = NULL, doubt = ''
                        WHERE id = :id AND version = :version
                        """)
                .param("title", title)
                .param("text", text)
                .param("today", settings.today())
                .param("who", CurrentActor.get().label())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            requireExists(id);
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /** Deletes a how-to with its links to actions; the audit keeps its text. */
    public void delete(HowToId id) {
        db.sql("DELETE FROM plan.howto WHERE id = ?").param(id.value()).update();
    }

    /** Ties a how-to to an action; does nothing if it is tied already. */
    public void tie(HowToId id, ActionId action) {
        requireExists(id);
        try {
            db.sql("INSERT INTO plan.howto_line (howto, action) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(id.value(), action.value())
                    .update();
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("action");
        }
    }

    /** Unties a how-to from an action. */
    public void untie(HowToId id, ActionId action) {
        db.sql("DELETE FROM plan.howto_line WHERE howto = ? AND action = ?")
                .params(id.value(), action.value())
                .update();
    }

    /** « Oui, toujours »: a reader confirms that it is still true today. */
    @Requires(HowToPermissions.ANSWER)
    public void confirm(HowToId id) {
        LocalDate today = settings.today();
        int said = db.sql("""
                        UPDATE plan.howto SET confirmed_on = ?, confirmed_by = ?, doubted_on = NULL, doubt = '' WHERE id = ?
                        """)
                .params(today, CurrentActor.get().label(), id.value())
                .update();
        require(said);
    }

    /**
     * « À corriger »: a reader marks it as no longer true.
     *
     * @param doubt what is wrong; may be empty
     */
    @Requires(HowToPermissions.ANSWER)
    public void doubt(HowToId id, String doubt) {
        require(db.sql("UPDATE plan.howto SET doubted_on = ?, doubt = ? WHERE id = ?")
                .params(settings.today(), doubt, id.value())
                .update());
    }

    private void requireExists(HowToId id) {
        UUID key = id.value();
        require(db.sql("SELECT 1 FROM plan.howto WHERE id = ? FOR SHARE")
                .param(key)
                .query(Integer.class)
                .list()
                .size());
    }

    private static void require(int found) {
        if (found == 0) {
            throw new NotFound("how-to");
        }
    }
}
