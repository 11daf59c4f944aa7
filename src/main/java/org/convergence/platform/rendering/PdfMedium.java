package org.convergence.platform.rendering;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Charts, drawn as vectors, and photographs of a PDF, under addresses valid only in this paper. Every other address is
 * refused.
 */
final class PdfMedium implements PaperHtmlWriter.HtmlMedium, FSObjectDrawerFactory, FSStreamFactory {

    private static final String PHOTOGRAPH = "photograph:";
    private static final double WIDEST = 460;

    /** The height leaves room for the photograph's caption on the same page. */
    private static final double PICTURE = 222;

    private static final double TALLEST = 260;

    private static final double LOGO_WIDTH = 130;
    private static final double LOGO_HEIGHT = 54;

    /** Scales a drawing so that its type is as large as the text beside it. */
    private static final double SCALE = 0.78;

    private static final double SCALE_ON_A_SHEET = 0.62;

    private final RenderingOptions edition;
    private final double scale;
    private final List<Drawing> drawings = new ArrayList<>();
    private final List<PrintableImage> pictures = new ArrayList<>();

    PdfMedium(RenderingOptions edition, Paper.Layout layout) {
        this.edition = edition;
        this.scale = layout == Paper.Layout.SHEET ? SCALE_ON_A_SHEET : SCALE;
    }

    @Override
    public String link(String address) {
        return edition.resolveLink(address);
    }

    @Override
    public boolean describesLinks() {
        return true;
    }

    @Override
    public String chart(Block.Chart chart) {
        Drawing drawing = chart.drawing();
        drawings.add(drawing);
        double scale = Math.min(WIDEST / drawing.width(), this.scale);
        String title = SafeHtml.escape(drawing.title());
        String described = SafeHtml.escape(drawing.title() + ". " + drawing.description());
        return "<div class=\"chart\"><p class=\"title\">" + title + "</p><object type=\"chart\" data=\""
                + (drawings.size() - 1) + "\" alt=\"" + described + "\" style=\"width:"
                + points(drawing.width() * scale)
                + ";height:" + points(drawing.height() * scale) + "\"></object></div>";
    }

    /** The logo of a letterhead; empty without one, or if it is no picture. */
    String logo(byte[] bytes, String name) {
        Optional<PrintableImage> found = PrintableImage.decode(bytes);
        if (found.isEmpty()) {
            return "";
        }
        PrintableImage picture = found.get();
        double scale = Math.min(LOGO_WIDTH / picture.width(), LOGO_HEIGHT / picture.height());
        return "<div class=\"logo\">" + image(picture, name, scale) + "</div>";
    }

    private String image(PrintableImage picture, String description, double scale) {
        pictures.add(picture);
        return "<img src=\"" + PHOTOGRAPH + (pictures.size() - 1) + "\" alt=\"" + SafeHtml.escape(description)
                + "\" style=\"width:" + points(picture.width() * scale) + ";height:"
                + points(picture.height() * scale) + "\"/>";
    }

    @Override
    public String photograph(Block.Photograph photograph) {
        Optional<PrintableImage> found =
                PrintableImage.decode(photograph.bytes().get());
        if (found.isEmpty()) {
            return "<p class=\"note\">" + SafeHtml.escape(photograph.description()) + "</p>";
        }
        PrintableImage picture = found.get();
        return image(
                picture, photograph.description(), Math.min(PICTURE / picture.width(), TALLEST / picture.height()));
    }

    private static String points(double length) {
        return Math.round(length) + "pt";
    }

    /** Whether an address is that of one of this paper's photographs. */
    boolean hasPhotograph(String address) {
        return picture(address).isPresent();
    }

    private Optional<PrintableImage> picture(String address) {
        if (!address.matches(PHOTOGRAPH + "\\d{1,6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(address.substring(PHOTOGRAPH.length()));
        return number < pictures.size() ? Optional.of(pictures.get(number)) : Optional.empty();
    }

    @Override
    public FSStream getUrl(String address) {
        byte[] bytes = picture(address).map(PrintableImage::jpeg).orElse(new byte[0]);
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        if (!isReplacedObject(element)) {
            return null;
        }
        Drawing drawing = drawings.get(Integer.parseInt(element.getAttribute("data")));
        return (object, x, y, width, height, device, context, dots) -> {
            double wide = width / dots;
            device.drawWithGraphics((float) x, (float) y, (float) wide, (float) (height / dots), pen -> {
                pen.scale(wide / drawing.width(), wide / drawing.width());
                drawing.paint(pen);
            });
            return null;
        };
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getAttribute("type").equals("chart");
    }
}
