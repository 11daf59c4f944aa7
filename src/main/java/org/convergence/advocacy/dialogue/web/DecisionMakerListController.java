package org.convergence.advocacy.dialogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerFilter;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerRow;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.DecisionMakerItem;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.DecisionMakerListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of decision-makers, and its export. */
@Controller
@RequestMapping("/advocacy/dialogue")
@Requires(DialoguePermissions.READ)
class DecisionMakerListController {

    static final Field<String> WORDS = Field.text("q", "dialogue.filter.q", 200).optional();

    private static final ListView<DecisionMakerFilter, DecisionMakerRow> VIEW = new ListView<>(
            DecisionMakerPage.LIST,
            "dialogue.count",
            FormFields.of(
                    WORDS.from(DecisionMakerFilter::words),
                    DecisionMakerForm.ANY_KIND.from(DecisionMakerFilter::bodyKind),
                    DecisionMakerForm.ANY_OFFICE.from(DecisionMakerFilter::office)),
            answers -> new DecisionMakerFilter(
                    answers.textOrEmpty(WORDS),
                    answers.find(DecisionMakerForm.ANY_KIND),
                    answers.find(DecisionMakerForm.ANY_OFFICE),
                    null),
            List.of(
                    ListColumn.of("dialogue.field.name", DecisionMakerRow::name),
                    ListColumn.of("dialogue.field.title", DecisionMakerRow::title),
                    ListColumn.of("dialogue.field.body", DecisionMakerRow::body),
                    ListColumn.of("dialogue.field.until_on", DecisionMakerRow::untilOn),
                    ListColumn.of("dialogue.field.follower", DecisionMakerRow::followerName),
                    ListColumn.of("dialogue.field.last_act", DecisionMakerRow::lastAct),
                    ListColumn.of("dialogue.field.commitments", DecisionMakerRow::commitments)));

    private final DialogueQueries queries;
    private final OrganisationSettings settings;

    DecisionMakerListController(DialogueQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private DecisionMakerListPage page(List<DecisionMakerRow> rows, ListFrame frame, Words t) {
        return new DecisionMakerListPage(
                frame,
                DecisionMakerPage.tabs(DecisionMakerPage.LIST, t),
                rows.stream()
                        .map(row -> DecisionMakerItem.of(row, settings.today(), t))
                        .toList(),
                CurrentActor.get().may(DialoguePermissions.FOLLOW));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        VIEW.export(format, t.say("dialogue.tab.people"), settings.today(), form, t, queries::takeOut, response);
    }
}
