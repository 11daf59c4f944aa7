package org.convergence.resources.spending.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.formfilling.FillableForm;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.FinancialReports.ReportFile;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReportQueries.FiledFinancialReport;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The funder's own forms for the financial reports of a budget: kept once with their places, filled in one gesture. */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
public class FunderFormService {

    static final String KIND = "resources.spending.form";

    static final String TABLE = "resources.spending_funder_form";

    private static final int MOST = 10;

    private final JdbcClient db;
    private final DocumentStorage storage;
    private final DocumentService documents;
    private final FinancialReportQueries reports;
    private final ReportedBooksQueries lines;
    private final OrganisationSettings settings;

    FunderFormService(
            JdbcClient db,
            DocumentStorage storage,
            DocumentService documents,
            FinancialReportQueries reports,
            ReportedBooksQueries lines,
            OrganisationSettings settings) {
        this.db = db;
        this.storage = storage;
        this.documents = documents;
        this.reports = reports;
        this.lines = lines;
        this.settings = settings;
    }

    /**
     * A funder's form.
     *
     * @param places in the form, by the keys of the figures ({@link FunderFormFigure})
     */
    public record FunderForm(
            FunderFormId id,
            int version,
            BudgetId budget,
            String name,
            DocumentId document,
            Map<String, String> places) {}

    /**
     * Keeps a form, with the places that its own texts name.
     *
     * @throws Refused if it cannot be filled
     */
    @Transactional(label = "spending.form.add")
    public FunderFormId create(BudgetId budget, PreparedDocument file) {
        ReportedBudget of = reports.findBudget(budget);
        if (findByBudget(budget).size() == MOST) {
            throw new Refused("spending.form.refused.many", MOST);
        }
        UUID id = Ids.next();
        DocumentId document = storage.store(file, owner(id));
        FillableForm form = open(document);
        db.sql("""
                        INSERT INTO resources.spending_funder_form (id, budget, name, document, places)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb))
                        """)
                .params(
                        id,
                        budget.value(),
                        file.name(),
                        document.value(),
                        Json.of(FunderFormFigure.guess(form, findLines(of))).toString())
                .update();
        return new FunderFormId(id);
    }

    /**
     * Sets the places of a form; those of figures that no report has are left out.
     *
     * @throws Refused if the form lacks a place, a formula stands there, or two figures have the same place
     */
    @Transactional(label = "spending.form.place")
    public void place(FunderFormId id, int version, Map<String, String> places) {
        FunderForm form = findById(id);
        List<String> resolved = open(form.document()).resolve(places.values());
        Map<String, String> known = new LinkedHashMap<>();
        for (String key : places.keySet()) {
            String place = resolved.get(known.size());
            if (known.containsValue(place)) {
                throw new Refused("spending.form.refused.twice", place);
            }
            known.put(key, place);
        }
        int rows = db.sql("""
                        UPDATE resources.spending_funder_form SET places = CAST(? AS jsonb), version = version + 1
                        WHERE id = ? AND version = ?
                        """)
                .params(Json.of(known).toString(), id.value(), version)
                .update();
        requireUpdated(rows, id, version);
    }

    @Transactional(label = "spending.form.remove")
    public void delete(FunderFormId id, int version) {
        FunderForm form = findById(id);
        int rows = db.sql("DELETE FROM resources.spending_funder_form WHERE id = ? AND version = ?")
                .params(id.value(), version)
                .update();
        requireUpdated(rows, id, version);
        storage.discard(form.document(), owner(id.value()));
    }

    private static void requireUpdated(int rows, FunderFormId id, int version) {
        if (rows == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /** The forms of a budget, by name. */
    @Requires(SpendingPermissions.READ)
    @Transactional(readOnly = true)
    public List<FunderForm> findByBudget(BudgetId budget) {
        return find("budget", budget.value());
    }

    /** @throws NotFound if there is no such form */
    @Requires(SpendingPermissions.READ)
    @Transactional(readOnly = true)
    public FunderForm findById(FunderFormId id) {
        return find("id", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("form"));
    }

    private List<FunderForm> find(String column, UUID value) {
        return db.sql("""
                        SELECT id, version, budget, name, document, places FROM resources.spending_funder_form
                        WHERE %s = ? ORDER BY name, id LIMIT ?
                        """.formatted(column))
                .params(value, MOST)
                .query(RecordMapper.of(FunderForm.class))
                .list();
    }

    /** The names of the places that a form offers. */
    @Requires(SpendingPermissions.READ)
    public List<String> findPlaces(FunderForm form) {
        return open(form.document()).places();
    }

    /** The lines of a form's budget. */
    @Requires(SpendingPermissions.READ)
    public List<ReportedLine> findLines(FunderForm form) {
        return findLines(reports.findBudget(form.budget()));
    }

    private List<ReportedLine> findLines(ReportedBudget budget) {
        return lines.findLines(budget, new BudgetPeriod(budget.startsOn(), budget.endsOn()));
    }

    /** A form filled with the figures of a report: those filed if it is, else of today. */
    @Requires(SpendingPermissions.READ)
    public ReportFile fill(FinancialReportId report, FunderFormId id, Words t) {
        FunderForm form = findById(id);
        FinancialReport facts = reports.findFiled(report)
                .map(FiledFinancialReport::report)
                .orElseGet(() -> reports.compute(reports.findById(report), t.language()));
        Map<String, Object> figures =
                FunderFormFigure.values(facts, settings.current().name());
        Map<String, Object> values = new HashMap<>();
        form.places().forEach((key, place) -> {
            if (figures.containsKey(key)) {
                values.put(place, figures.get(key));
            }
        });
        Document document = documents.findById(form.document());
        String name = Slug.of(form.name().replaceAll("\\.[A-Za-z]+$", "")) + "-" + facts.endsOn()
                + form.name().replaceAll(".*(?=\\.[A-Za-z]+$)", "");
        // Whole before it is sent: a field that refuses its figure is a message, not a file.
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try {
            open(form.document()).fill(values, t, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReportFile(name, document.type().mediaType(), filled::writeTo);
    }

    private FillableForm open(DocumentId id) {
        return FillableForm.read(
                documents.findById(id).type(), documents.content(id).bytes());
    }

    private static DocumentOwner owner(UUID form) {
        return new DocumentOwner(KIND, form);
    }

    /** Lets readers of expenses open the forms of funders. */
    @Bean
    static DocumentGuard funderFormGuard() {
        return DocumentGuard.of(KIND, SpendingPermissions.READ);
    }

    /** A form of a funder for the financial reports of a budget. */
    public record FunderFormId(UUID value) implements Identifier {}
}
