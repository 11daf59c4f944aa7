package org.convergence.cooperation.project.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.domain.ProjectQueries.FundingRow;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectResults.ResultsTable;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.shell.PublicWords;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.CostClass;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what a partner that leads a project with us may see: its budget, its framework and its decisions (R-PART-10). Wages are
 * one sum, and the budget of an agreement that funds another project too is left out.
 */
@Service
@Transactional(readOnly = true)
@Open("a link opens one project to a partner that leads it with us")
public class SharedProjectQueries {

    private static final Actor BY_LINK = Actor.system("co-lead");

    private final JdbcClient db;
    private final ProjectQueries projects;
    private final ProjectResults results;
    private final ProjectDecisionService decisions;
    private final Budgets budgets;

    SharedProjectQueries(
            JdbcClient db,
            ProjectQueries projects,
            ProjectResults results,
            ProjectDecisionService decisions,
            Budgets budgets) {
        this.db = db;
        this.projects = projects;
        this.results = results;
        this.decisions = decisions;
        this.budgets = budgets;
    }

    /** What the page shows. */
    public record SharedProject(
            ProjectRow project, List<SharedBudget> budgets, ResultsTable framework, List<ProjectDecision> decisions) {}

    /** The budget of an agreement that funds the project alone. */
    public record SharedBudget(String agreement, String funder, List<SharedLine> lines) {

        /** The sum of its lines. */
        public SharedLine total() {
            SharedLine total = lines.get(0);
            for (SharedLine line : lines.subList(1, lines.size())) {
                total = total.plus(line);
            }
            return total;
        }
    }

    /**
     * A line of a budget.
     *
     * @param label {@code null} for all wages together, so that nobody's pay is read
     * @param spent or promised
     */
    public record SharedLine(@Nullable String label, Money budget, Money spent) {

        public Money left() {
            return budget.minus(spent);
        }

        SharedLine plus(SharedLine more) {
            return new SharedLine(label, budget.plus(more.budget), spent.plus(more.spent));
        }
    }

    /** A project as a link shows it. */
    public SharedProject find(ProjectId id) {
        return CurrentActor.callAs(
                BY_LINK,
                () -> new SharedProject(
                        projects.findById(id), findBudgets(id), findFramework(id), decisions.findByProject(id)));
    }

    private ResultsTable findFramework(ProjectId id) {
        return results.findTargets(id, results.findWindow(id).shown());
    }

    private List<SharedBudget> findBudgets(ProjectId id) {
        List<UUID> own = db.sql("""
                        SELECT a.agreement FROM cooperation.project_agreement a WHERE a.project = ?
                        AND NOT EXISTS (SELECT FROM cooperation.project_agreement x
                                        WHERE x.agreement = a.agreement AND x.project <> a.project)
                        """).param(id.value()).query(UUID.class).list();
        List<SharedBudget> found = new ArrayList<>();
        for (FundingRow agreement : projects.findAgreements(id)) {
            if (own.contains(agreement.id())) {
                List<SharedLine> lines = lines(budgets.findLines(new AgreementId(agreement.id()).subject()));
                if (!lines.isEmpty()) {
                    found.add(new SharedBudget(agreement.title(), agreement.funder(), lines));
                }
            }
        }
        return found;
    }

    private static List<SharedLine> lines(List<BudgetLineState> budget) {
        List<SharedLine> lines = new ArrayList<>();
        SharedLine wages = null;
        for (BudgetLineState line : budget) {
            boolean isWage = line.costClass() == CostClass.EMPLOYEES || line.costClass() == CostClass.LOCAL_EMPLOYEES;
            SharedLine shared = new SharedLine(
                    isWage ? null : line.label(),
                    line.budget(),
                    line.committed().plus(line.spent()));
            if (!isWage) {
                lines.add(shared);
            } else {
                wages = wages == null ? shared : wages.plus(shared);
            }
        }
        if (wages != null) {
            lines.add(0, wages);
        }
        return lines;
    }

    /** The words of projects that a link opens today. */
    @Bean
    static PublicWords sharedProjectWords() {
        return new PublicWords("""
                SELECT p.id, '/cooperation/project/' || p.id, concat_ws(E'\\n', p.title, array_to_string(p.levels, E'\\n'), w.words)
                FROM cooperation.project p CROSS JOIN LATERAL (
                    SELECT string_agg(x.words, E'\\n' ORDER BY x.words) AS words FROM (
                        SELECT concat_ws(E'\\n', d.decision, d.decided_by) FROM cooperation.project_decision d WHERE d.project = p.id
                        UNION ALL
                        SELECT r.statement FROM cooperation.project_result r WHERE r.project = p.id
                        UNION ALL
                        SELECT concat_ws(E'\\n', i.wording, i.unit, i.source, i.method, i.frequency, i.responsible, i.baseline_words)
                        FROM cooperation.project_indicator i WHERE i.project = p.id
                        UNION ALL
                        SELECT v.target_words FROM cooperation.project_value v
                        JOIN cooperation.project_indicator i ON i.id = v.indicator WHERE i.project = p.id
                        UNION ALL
                        SELECT b.label FROM cooperation.project_agreement a
                        JOIN resources.spending_line_label b ON b.subject = 'resources.grant/agreement/' || a.agreement
                        WHERE a.project = p.id
                        UNION ALL
                        SELECT s.title FROM cooperation.project_agreement a
                        JOIN resources.grant_agreement_summary s ON s.id = a.agreement WHERE a.project = p.id
                    ) x (words)) w
                WHERE p.role = 'CO_LEAD' AND EXISTS (
                    SELECT FROM cooperation.project_link l JOIN cooperation.project_partner x ON x.id = l.partnership
                    WHERE x.project = p.id AND l.ended_at IS NULL)
                """);
    }
}
