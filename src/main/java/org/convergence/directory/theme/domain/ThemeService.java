package org.convergence.directory.theme.domain;

import java.time.LocalDate;
import java.util.Map;
import org.convergence.directory.theme.ThemeId;
import org.convergence.directory.theme.ThemePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes dossiers. */
@Service
@Transactional
@Requires(ThemePermissions.EDIT)
public class ThemeService {

    static final String TABLE = "directory.theme";

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ThemeService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * A dossier.
     *
     * @param words other words by which its content is found, separated by commas; may be empty
     * @param known what we know; may be empty
     * @param revisedOn the day on which what we know was last read again; {@code null} if nothing is written
     * @param sources one on each line; may be empty
     */
    public record ThemeFacts(
            String name,
            String words,
            String known,
            @Nullable LocalDate revisedOn,
            String sources) {}

    /**
     * @param id {@code null} for a new dossier
     * @throws Refused if another dossier has this name, what we know has no day or a coming one
     */
    @Transactional(label = "theme.save")
    public ThemeId save(@Nullable ThemeId id, int version, ThemeFacts facts) {
        LocalDate revised = facts.known().isEmpty() ? null : facts.revisedOn();
        if (!facts.known().isEmpty() && (revised == null || revised.isAfter(settings.today()))) {
            throw new Refused("theme.refused.day");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("revised_on", revised);
        try {
            return new ThemeId(VersionedRow.save(db, TABLE, id, version, values));
        } catch (DuplicateKeyException twice) {
            throw new Refused("theme.refused.twice", facts.name());
        }
    }

    /**
     * Deletes a dossier; what it showed stays where it is.
     *
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "theme.delete")
    public void delete(ThemeId id, int version) {
        int deleted = db.sql("DELETE FROM directory.theme WHERE id = ? AND version = ?")
                .params(id.value(), version)
                .update();
        if (deleted == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }
}
