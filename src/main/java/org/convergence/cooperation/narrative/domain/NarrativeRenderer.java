package org.convergence.cooperation.narrative.domain;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Renders narrative reports on the organisation's letterhead: the funder's headings in its order, and our texts. */
@Component
record NarrativeRenderer(Messages messages, OrganisationSettings settings, BaseUrl base) {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");

    /** The files of a filed report. */
    Map<FiledFileKind, byte[]> render(FiledNarrative report) {
        return Map.of(
                FiledFileKind.PDF, render(report, PaperFormat.PDF, false),
                FiledFileKind.WORD, render(report, PaperFormat.WORD, false));
    }

    /** @param isDraft whether its title says that it is a draft */
    byte[] render(FiledNarrative report, PaperFormat format, boolean isDraft) {
        Words t = messages.in(Language.of(report.language()), settings.current().zone());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(
                paper(report, isDraft, t), t, RenderingOptions.letterPaper(base.value(), settings.letterhead()), out);
        return out.toByteArray();
    }

    private Paper paper(FiledNarrative report, boolean isDraft, Words t) {
        String about = Stream.of(
                        report.funder(),
                        report.agreement().isEmpty() ? report.project() : report.agreement(),
                        t.period(report.startsOn(), report.endsOn()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Paper(
                isDraft ? t.say("narrative.file.draft", report.title()) : report.title(),
                about,
                settings.current().name(),
                t.say("narrative.file.description", report.title(), report.project()),
                report.sections().stream()
                        .map(each -> Section.of(each.heading(), paragraphs(each.text())))
                        .toList(),
                Paper.Layout.PLAIN);
    }

    private static List<Block> paragraphs(String text) {
        return BLANK_LINES
                .splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> part.lines())
                .map(Block::text)
                .toList();
    }
}
