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
import org.convergence.platform.document.Documents;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Renders reports on paper, in the language of the report or another, with links to this site. */
@Component
class ReportPapers {

    private final Messages messages;
    private final OrganisationSettings settings;
    private final Documents documents;
    private final ActionPlans plans;
    private final String baseUrl;

    ReportPapers(
            Messages messages,
            OrganisationSettings settings,
            Documents documents,
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
    void write(Contents contents, String language, Rendering rendering, OutputStream out) {
        Words words = words(language);
        Paper paper = PaperMaker.paper(contents, words, this::picture);
        rendering.write(
                rendering == Rendering.EXCEL ? withFacts(paper, contents, words) : paper,
                words,
                Edition.at(baseUrl),
                out);
    }

    private Paper withFacts(Paper paper, Contents contents, Words words) {
        Map<UUID, PlanLine> lines = plans
                .lines(List.of(new PlanId(contents.head().plan())))
                .stream()
                .collect(Collectors.toMap(line -> line.id().value(), Function.identity()));
        return paper.followedBy(new FactSheet(contents, lines, words).section());
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
