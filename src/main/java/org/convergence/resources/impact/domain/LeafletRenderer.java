package org.convergence.resources.impact.domain;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.PdfPageCount;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Renders a leaflet on at most two pages, with as many stories as fit; the leaflet counts the others. If the photograph
 * leaves room for few stories, it is dropped.
 */
@Component
record LeafletRenderer(
        DocumentService documents, RecipientWords recipientWords, OrganisationSettings settings, BaseUrl baseUrl) {

    static final int PAGES = 2;

    private static final int TOLD_BESIDE_A_PICTURE = 4;
    private static final int MOST = 14;

    /** Stories left out rather than begin a second page for the last lines. */
    private static final int FEW = 2;

    /**
     * A rendered leaflet.
     *
     * @param shown how many stories it contains
     */
    record RenderedLeaflet(Paper paper, ByteArrayResource pdf, int shown) {}

    RenderedLeaflet render(LeafletContent told, String language) {
        Words t = recipientWords.forLanguage(language);
        int all = Math.min(MOST, told.stories().size());
        RenderedLeaflet pressed = renderLongestFitting(told, t, all, told.picture() != null);
        boolean isCrowded = told.picture() != null && pressed.shown() < Math.min(all, TOLD_BESIDE_A_PICTURE);
        return isCrowded
                ? withoutAFewLines(told, t, renderLongestFitting(told, t, all, false), false)
                : withoutAFewLines(told, t, pressed, told.picture() != null && pressed.shown() > 0);
    }

    /** The leaflet on one page, where its second page would hold a few lines that two stories less make room for. */
    private RenderedLeaflet withoutAFewLines(LeafletContent told, Words t, RenderedLeaflet pressed, boolean picture) {
        if (countPages(told, t, pressed.shown(), picture) > 1) {
            for (int shown = pressed.shown() - 1; shown >= Math.max(1, pressed.shown() - FEW); shown--) {
                if (countPages(told, t, shown, picture) == 1) {
                    return renderPdf(told, t, shown, picture);
                }
            }
        }
        return pressed;
    }

    /** The rendering with the most stories that still fits; without any story if not even one fits. */
    private RenderedLeaflet renderLongestFitting(LeafletContent told, Words t, int all, boolean picture) {
        if (all == 0 || fits(told, t, all, picture)) {
            return renderPdf(told, t, all, picture);
        }
        int fit = 0;
        int tooMany = all;
        while (tooMany - fit > 1) {
            int middle = (fit + tooMany) / 2;
            if (fits(told, t, middle, picture)) {
                fit = middle;
            } else {
                tooMany = middle;
            }
        }
        return renderPdf(told, t, fit, picture && fit > 0);
    }

    private boolean fits(LeafletContent told, Words t, int stories, boolean picture) {
        return countPages(told, t, stories, picture) <= PAGES;
    }

    private int countPages(LeafletContent told, Words t, int stories, boolean picture) {
        return PdfPageCount.count(paper(told, t, stories, picture), t, options());
    }

    private RenderedLeaflet renderPdf(LeafletContent told, Words t, int stories, boolean picture) {
        Paper paper = paper(told, t, stories, picture);
        var out = new ByteArrayOutputStream();
        PaperFormat.PDF.write(paper, t, options(), out);
        return new RenderedLeaflet(paper, new ByteArrayResource(out.toByteArray()), stories);
    }

    private Paper paper(LeafletContent told, Words t, int stories, boolean picture) {
        return LeafletPaperAssembler.assemble(told, t, stories, picture, this::picture);
    }

    private RenderingOptions options() {
        return RenderingOptions.letterPaper(baseUrl.value(), settings.letterhead());
    }

    private byte @Nullable [] picture(UUID document) {
        try {
            return documents.content(new DocumentId(document)).bytes();
        } catch (NotFound gone) {
            return null;
        }
    }
}
