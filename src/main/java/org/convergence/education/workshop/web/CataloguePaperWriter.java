package org.convergence.education.workshop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.education.workshop.domain.Workshop;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Writes the public catalogue on paper: by theme, each workshop with its duration, its languages, its licence and its outline. */
@Component
record CataloguePaperWriter(OrganisationSettings settings, PaperDownload papers, BaseUrl baseUrl) {

    void write(List<Workshop> workshops, String ask, Words t, HttpServletResponse response) throws IOException {
        Map<String, List<Section>> themes = new LinkedHashMap<>();
        workshops.forEach(each -> themes.computeIfAbsent(each.theme(), theme -> new ArrayList<>())
                .add(Section.of(each.title(), describe(each, t))));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("public.workshop.ask"), List.of(Block.text(baseUrl.value() + ask))));
        themes.forEach((theme, each) -> sections.add(new Section(theme, List.of(), each)));
        papers.send(
                new Paper(
                        t.say("public.workshop.catalogue"),
                        t.date(settings.today()),
                        settings.current().name(),
                        t.say(
                                "public.workshop.catalogue.lead",
                                settings.current().name()),
                        sections,
                        Paper.Layout.PLAIN),
                t.say("public.workshop.catalogue.file"),
                PaperFormat.PDF,
                t,
                response);
    }

    private static List<Block> describe(Workshop it, Words t) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text(WorkshopFormatter.offer(it, t) + " · "
                + t.say("public.workshop.revision", it.revision(), it.revisedOn())));
        blocks.add(new Block.ItemList(
                false,
                it.outline()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> List.of(Block.text(line.strip())))
                        .toList()));
        if (it.kitUrl() != null) {
            blocks.add(Block.text(t.say("public.workshop.kit.at", it.kitUrl())));
        }
        return blocks;
    }
}
