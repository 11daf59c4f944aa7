package org.convergence.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ConsentScope;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ExhibitionPictureId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureFacts;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureText;
import org.convergence.outreach.exhibition.domain.PictureService;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Four photographs online: two with words in two languages, one whose consent ends soon, one withdrawn. */
@Component
class ExhibitionPictureChapter {

    private final PictureService pictures;
    private final DocumentService documents;

    ExhibitionPictureChapter(PictureService pictures, DocumentService documents) {
        this.pictures = pictures;
        this.documents = documents;
    }

    /** As the current actor. */
    void enter(ExhibitionId exhibition, LocalDate today) {
        add(
                exhibition,
                1,
                "bajio",
                null,
                new PictureText(
                        "fr",
                        "La maison des promotrices",
                        "Une maison basse sous deux guirlandes de papier découpé; une dizaine de personnes devant la porte.",
                        "C’est ici que se tiennent les assemblées, le dimanche."),
                new PictureText(
                        "es",
                        "La casa de las promotoras",
                        "Una casa baja bajo dos guirnaldas de papel picado; unas diez personas ante la puerta.",
                        ""));
        add(
                exhibition,
                2,
                "nuit",
                null,
                new PictureText(
                        "fr",
                        "Pendant que la ville dort",
                        "Une file de personnes avec des lampes, au pied d’immeubles éclairés, sous la lune.",
                        ""),
                new PictureText(
                        "en",
                        "While the city sleeps",
                        "A line of people with lamps, below lit buildings, under the moon.",
                        ""));
        add(
                exhibition,
                3,
                "serre",
                today.plusDays(9),
                new PictureText(
                        "fr",
                        "Dans la serre",
                        "L’intérieur d’une serre, où des personnes travaillent entre les rangs.",
                        ""));
        ExhibitionPictureId withdrawn = add(
                exhibition,
                4,
                "riviere",
                null,
                new PictureText("fr", "Au bord de la rivière", "Des personnes au bord d’une rivière.", ""));
        pictures.setOnline(exhibition, true);
        pictures.withdraw(exhibition, withdrawn);
    }

    private ExhibitionPictureId add(
            ExhibitionId exhibition, int number, String file, @Nullable LocalDate until, PictureText... texts) {
        List<PictureText> words = new ArrayList<>(List.of(texts));
        var picture = new ClassPathResource("example/images/" + file + ".jpg");
        try (PreparedDocument prepared = documents.prepare(Upload.of(file + ".jpg", picture))) {
            return pictures.add(
                    exhibition,
                    new PictureFacts(
                            number,
                            "Collectif d’images de l’exemple",
                            "Formulaire " + number + ", classeur du local",
                            ConsentScope.BOTH,
                            until,
                            words),
                    prepared);
        }
    }
}
