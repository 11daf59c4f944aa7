package org.convergence.plan.checklist.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.plan.checklist.ChecklistItemId;
import org.convergence.plan.checklist.ChecklistPermissions;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from items: erasing a person clears them as the person in charge; open items pass to the successor. Proofs
 * are read by readers of the record.
 */
@Configuration(proxyBeanMethods = false)
class ChecklistReferences {
    @Bean
    static IdentityReferences referencesFromChecklist(ReferenceDeclarations declare) {
        return declare.table(ChecklistItem.TABLE)
                .person("owner", ErasureRule.CLEAR)
                .about("r.owner = :person")
                .texts(Map.of("label", 300, "proof", 500));
    }

    @Bean
    static Holding ownedChecklistItems(JdbcClient db, List<ChecklistSubject> subjects) {
        return new ColumnHolding(
                db, "checklist.holding", 35, "plan.checklist_item.owner", "done_on IS NULL", """
                SELECT i.id, i.label AS what, r.title AS detail, '/plan/checklist/' || i.id AS url, i.due_on AS due
                FROM plan.checklist_item i LEFT JOIN (%s) AS r ON r.kind = i.kind AND r.id = i.subject
                WHERE i.owner = ? AND i.done_on IS NULL ORDER BY i.due_on NULLS LAST, r.title, i.position, i.id
                """.formatted(
                                OpenItems.titles(subjects)));
    }

    @Bean
    static DocumentGuard checklistProofGuard(ObjectProvider<ChecklistService> checklists) {
        return new DocumentGuard() {
            @Override
            public String kind() {
                return ChecklistService.KIND;
            }

            @Override
            public boolean mayRead(DocumentOwner owner, DocumentId document) {
                if (!CurrentActor.get().may(ChecklistPermissions.READ)) {
                    return false;
                }
                try {
                    checklists.getObject().findById(new ChecklistItemId(owner.id()));
                    return true;
                } catch (NotFound hidden) {
                    return false;
                }
            }
        };
    }
}
