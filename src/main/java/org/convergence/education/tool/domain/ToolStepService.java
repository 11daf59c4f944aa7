package org.convergence.education.tool.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolKind;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.plan.checklist.Checklists;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a tool is made here, as a checklist: sources, pictures, quotes and their permissions, translation, a trial in a
 * group; then what its kind needs, print or a site that everyone can use.
 */
@Service
@Transactional
@Requires(ToolPermissions.EDIT)
public class ToolStepService {

    private static final String KIND = "education.tool";
    private static final List<String> STEPS =
            List.of("sources", "pictures", "quotes", "partner", "translation", "trial");

    private final ToolQueries tools;
    private final ObjectProvider<Checklists> checklists;
    private final RecipientWords words;

    ToolStepService(ToolQueries tools, ObjectProvider<Checklists> checklists, RecipientWords words) {
        this.tools = tools;
        this.checklists = checklists;
        this.words = words;
    }

    /**
     * Proposes the steps, owned by the person who is responsible for the tool; those that it has already are left out.
     *
     * @throws Refused if others made it
     */
    @Transactional(label = "tool.plan")
    public void plan(ToolId id) {
        Tool tool = tools.findById(id);
        if (tool.madeBy() != null) {
            throw new Refused("tool.refused.made-elsewhere");
        }
        Words t = words.forOrganisation();
        String last = tool.kind() == ToolKind.WEBSITE ? "website" : "print";
        checklists
                .getObject()
                .propose(
                        KIND,
                        id.value(),
                        Stream.concat(STEPS.stream(), Stream.of(last))
                                .map(each ->
                                        new ChecklistContent(t.say("tool.making." + each), tool.responsible(), null))
                                .toList());
    }

    /** The steps, for the page of the tool. */
    @Transactional(readOnly = true)
    @Requires(ToolPermissions.READ)
    public ChecklistPart part(ToolId id, boolean mayEdit, Words t) {
        return checklists.getObject().part(KIND, id.value(), mayEdit, t);
    }

    /** Lets the checklist name its tool. */
    @Component
    record ToolChecklist(JdbcClient db) implements ChecklistSubject {

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String titles() {
            return "SELECT id, title FROM education.tool";
        }

        @Override
        public String url(UUID id) {
            return "/education/tool/" + id;
        }

        @Override
        public Optional<ChecklistRecord> find(UUID id) {
            return CurrentActor.get().may(ToolPermissions.READ)
                    ? db.sql(titles() + " WHERE id = ?")
                            .param(id)
                            .query((row, n) -> new ChecklistRecord(
                                    row.getString("title"),
                                    url(id),
                                    CurrentActor.get().may(ToolPermissions.EDIT)))
                            .optional()
                    : Optional.empty();
        }
    }
}
