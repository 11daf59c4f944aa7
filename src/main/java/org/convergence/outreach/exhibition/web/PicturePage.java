package org.convergence.outreach.exhibition.web;

import java.util.List;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The photographs of an exhibition, for the team.
 *
 * @param since since when anyone sees them; {@code null} if they are not online
 * @param address the public page
 * @param panelsOut where panels are now, if a photograph that is gone may hang on them; empty otherwise
 */
public record PicturePage(
        String url,
        String title,
        String exhibition,
        @Nullable String since,
        String address,
        List<String> panelsOut,
        List<PictureRow> pictures,
        boolean mayEdit) {

    static final String PUBLIC = "/public/exhibition";

    static String url(ExhibitionId id) {
        return ExhibitionPage.url(id) + "/pictures";
    }

    /** A photograph in the list of the team. */
    public record PictureRow(
            String url,
            String title,
            String detail,
            @Nullable String thumbnail,
            Tone tone,
            String state,
            boolean isWithdrawn) {}

    /**
     * The form of a photograph.
     *
     * @param isNew whether its file is to be chosen
     */
    public record PictureFormPage(
            String title, String exhibition, String action, String url, boolean isNew, Form form) {}

    /**
     * A photograph as anyone sees it.
     *
     * @param lang the language of its words; {@code null} for that of the page
     */
    public record ShownPicture(
            int number,
            String url,
            String image,
            String title,
            String alternative,
            String caption,
            String credit,
            @Nullable String lang) {}

    /**
     * The exhibition as anyone sees it: its photographs, or those to print as panels.
     *
     * @param panels the page to print; {@code null} if no consent allows panels
     */
    public record PublicExhibitionPage(
            Words words,
            String title,
            String address,
            @Nullable String panels,
            List<Option> languages,
            List<ShownPicture> pictures)
            implements TranslatedPage {}

    /** One photograph as anyone sees it, with the one before and the one after; {@code null} at the ends. */
    public record PublicPicturePage(
            Words words,
            String exhibition,
            String exhibitionUrl,
            String address,
            List<Option> languages,
            ShownPicture picture,
            @Nullable ShownPicture previous,
            @Nullable ShownPicture next)
            implements TranslatedPage {}

    /** What stands where a photograph was. */
    public record GonePicturePage(Words words, String exhibition, String exhibitionUrl) implements TranslatedPage {}
}
