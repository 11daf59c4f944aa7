package org.convergence.plan.reading.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.sheet.BlueprintAssembler;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.plan.reading.domain.sheet.SheetAssembler;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports a written plan: read the file, correct the draft, create the plan. Until “create”, the plans are unchanged;
 * an unreadable file leaves nothing.
 */
@Service
@Requires(ReadingPermissions.IMPORT)
public class PlanImportService {

    private static final String TABLE = "plan.reading_draft";
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ._()-]+");

    private final PlanReader reader = new PlanReader(ReadingLimits.USUAL);

    /** A large file takes memory: two are read at once, and the next ones wait. */
    private final Semaphore desks = new Semaphore(2, true);

    private final JdbcClient db;
    private final ActionPlans plans;
    private final OrganisationSettings settings;
    private final Clock clock;

    PlanImportService(JdbcClient db, ActionPlans plans, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.settings = settings;
        this.clock = clock;
    }

    /** A plan being corrected. */
    public record ImportDraft(UUID id, int version, String fileName, Sheet sheet, Instant readAt) {}

    /** A draft in the list of pending drafts. */
    public record PendingImportDraft(UUID id, String fileName, Instant changedAt) {}

    /**
     * Reads a file and stores the result as a draft to correct.
     *
     * @throws Refused with what is wrong with the file and what to do
     */
    public UUID createDraft(String fileName, InputStreamSource content) {
        Sheet sheet = readSheet(fileName, content);
        UUID id = Ids.next();
        db.sql("""
            INSERT INTO plan.reading_draft (id, version, file_name, sheet, read_at, changed_at)
            VALUES (:id, 0, :name, :sheet::jsonb, :now, :now)""")
                .param("id", id)
                .param("name", shown(fileName))
                .param("sheet", Json.of(sheet).toString())
                .param("now", SqlTime.now(clock))
                .update();
        return id;
    }

    /** Creates a draft plan from the sheet without corrections; used by the API. */
    public PlanId create(Sheet sheet, String otherwiseTitled) {
        String title = sheet.title().isEmpty() ? otherwiseTitled : sheet.title();
        return plans.draftFrom(BlueprintAssembler.assemble(sheet, title, PlanKind.ANNUAL, sheet.from(), sheet.to()));
    }

    /**
     * The content of a file, without storing it. A waiting request holds neither the file in memory nor a database
     * connection.
     *
     * @throws Refused with what is wrong with the file and what to do
     */
    public Sheet readSheet(String fileName, InputStreamSource content) {
        desks.acquireUninterruptibly();
        try (InputStream file = content.getInputStream()) {
            return SheetAssembler.assemble(
                    reader.read(new WrittenFile(fileName, file.readAllBytes())),
                    settings.current().fiscalYearStart());
        } catch (PlanRefused refused) {
            throw new Refused("reading.refused", refused.reason().name(), refused.detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            desks.release();
        }
    }

    /** The pending drafts, the last changed first; at most 50. */
    public List<PendingImportDraft> findPending() {
        return db.sql("SELECT id, file_name, changed_at FROM plan.reading_draft ORDER BY changed_at DESC LIMIT 50")
                .query(RecordMapper.of(PendingImportDraft.class))
                .list();
    }

    /**
     * A draft.
     *
     * @throws NotFound if there is none
     */
    public ImportDraft findById(UUID id) {
        return draft(id, "");
    }

    /** A draft, locked so that only one request creates a plan from it. */
    private ImportDraft held(UUID id) {
        return draft(id, " FOR UPDATE");
    }

    private ImportDraft draft(UUID id, String hold) {
        return db.sql("SELECT id, version, file_name, sheet, read_at FROM plan.reading_draft WHERE id = :id" + hold)
                .param("id", id)
                .query((row, n) -> new ImportDraft(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("file_name"),
                        Json.parse(row.getString("sheet")).as(Sheet.class),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Changes a draft.
     *
     * @param version the version that the person saw
     * @throws EditConflict if another person changed it meanwhile
     */
    @Transactional
    public void update(UUID id, int version, UnaryOperator<Sheet> gesture) {
        ImportDraft draft = findById(id);
        if (draft.version() != version) {
            throw new EditConflict(TABLE, id, version);
        }
        int written = db.sql("""
            UPDATE plan.reading_draft
               SET sheet = :sheet::jsonb, sheet_before = sheet, version = version + 1, changed_at = :now
             WHERE id = :id AND version = :version""")
                .param("sheet", Json.of(gesture.apply(draft.sheet())).toString())
                .param("now", SqlTime.now(clock))
                .param("id", id)
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id, version);
        }
    }

    /**
     * Takes back the last change of a draft, once.
     *
     * @param version the version that this change made
     * @throws Refused if the draft was changed again since, or there is nothing to take back
     */
    @Transactional
    public void undo(UUID id, int version) {
        int written = db.sql("""
            UPDATE plan.reading_draft
               SET sheet = sheet_before, sheet_before = NULL, version = version + 1, changed_at = :now
             WHERE id = :id AND version = :version AND sheet_before IS NOT NULL""")
                .param("now", SqlTime.now(clock))
                .param("id", id)
                .param("version", version)
                .update();
        if (written == 0) {
            throw new Refused("reading.undo.late");
        }
    }

    /** Creates the plan as a draft and deletes the import draft. */
    @Transactional
    public PlanId create(
            UUID id, int version, String title, PlanKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
        ImportDraft draft = held(id);
        if (draft.version() != version) {
            throw new EditConflict(TABLE, id, version);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new Refused("reading.period.wrong");
        }
        PlanId plan = plans.draftFrom(BlueprintAssembler.assemble(draft.sheet(), title, kind, from, to));
        delete(id);
        return plan;
    }

    /** Deletes a draft without creating a plan. */
    @Transactional
    public void delete(UUID id) {
        db.sql("DELETE FROM plan.reading_draft WHERE id = :id").param("id", id).update();
    }

    /** A file name that is safe to show: never a path. */
    private static String shown(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String safe = UNSAFE.matcher(last).replaceAll("_").strip();
        return safe.length() > 200 ? safe.substring(0, 200) : safe;
    }
}
