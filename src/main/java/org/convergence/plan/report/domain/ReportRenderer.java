package org.convergence.plan.report.domain;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Renders reports on paper, in the language of the report or another, with links to this site. */
@Component
class ReportRenderer {

    private final Messages messages;
    private final OrganisationSettings settings;
    private final DocumentService documents;
    private final ActionPlans plans;
    private final String baseUrl;

    ReportRenderer(
            Messages messages,
            OrganisationSettings settings,
            DocumentService documents,
            ActionPlans plans,
            @Value("${convergence.base-url}") String baseUrl) {
        this.messages = messages;
        this.settings = settings;
        this.documents = documents;
        this.plans = plans;
        this.baseUrl = baseUrl;
    }

    /** The messages of a language, for paper. */
    Words words(String language) {
        return messages.in(Language.of(language), settings.current().zone());
    }

    /** Renders the contents in a language. */
    void write(ReportContents contents, String language, PaperFormat rendering, OutputStream out) {
        Words words = words(language);
        Paper paper = ReportPaperAssembler.paper(contents, words, this::picture);
        rendering.write(
                rendering == PaperFormat.EXCEL ? withFacts(paper, contents, words) : paper,
                words,
                RenderingOptions.letterPaper(baseUrl),
                out);
    }

    private Paper withFacts(Paper paper, ReportContents contents, Words words) {
        Map<UUID, PlanLine> lines = plans
                .findLines(List.of(new PlanId(contents.head().plan())))
                .stream()
                .collect(Collectors.toMap(line -> line.id().value(), Function.identity()));
        return paper.followedBy(new FactSpreadsheet(contents, lines, words).section());
    }

    /** The bytes of a photograph; {@code null} if it is gone: only its texts are printed then. */
    private byte @Nullable [] picture(UUID document) {
        try {
            return documents.content(new DocumentId(document)).bytes();
        } catch (NotFound gone) {
            return null;
        }
    }
}
