package org.convergence.example;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.convergence.platform.database.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xml.sax.SAXException;

/** Malicious texts, and checks that output does not execute them. */
final class HostileTexts {

    private static final String HTML =
            "<script>alert(1)</script><img src=x onerror=alert(1) data-harm><svg/onload=alert(1) data-harm>\"'><b data-harm>";
    private static final String MARKDOWN = "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x)"
            + " ![d](http://evil.example/d.png) <http://evil.example/> [e](//evil.example) [f](\\\\evil.example\\f)"
            + " [g]( <http://evil.example/ g>) [h](http://[evil) [j](</\t/evil.example>) [k](/\\evil.example) [i](mailto:a@b.example?cc=c)\n\n# T\n\n- <a href=javascript:alert(1) data-harm>x</a>";
    private static final String REST = "HYPERLINK(\"http://evil.example\",\"x\");=cmd|' /C calc'!A0'; DROP TABLE t; --"
            + " {{7*7}} ${7*7} #{7*7} <%= 7*7 %> @{7*7} ]]> &lt;!ENTITY x SYSTEM \"file:///etc/passwd\"> \u202Eabc\u202C"
            + " \u0001\u0008\u000B\u001F\u007F\u0085\u2028\uFFFE\uFFFF \r\nBcc: x@evil.example\r\n\t";

    /** Longest first. */
    static final List<String> PAYLOADS = List.of(
            REST + HTML + MARKDOWN + " " + "W".repeat(400),
            REST + HTML + MARKDOWN,
            "HYPERLINK(1)" + HTML + "\u0001\u000B\uFFFE",
            "<b data-harm>\u0001");

    private static final Pattern SAFE_LINK = Pattern.compile("(?i)(https?://|mailto:|tel:|/(?![/\\\\])|#|\\?).*|");
    private static final String ELSEWHERE =
            "[src]:not([src^=/]), [src^=//], link[href]:not([href^=/]), [action]:not([action^=/]), object, embed, iframe:not([src^=/public/embed/]), base, meta[http-equiv]";

    private HostileTexts() {}

    /** The parts that would be executed, fetched or broken; none for a type that executes nothing. */
    static List<String> harmIn(String type, byte[] body) {
        try {
            if (type.equals("text/html") || type.equals("image/svg+xml")) {
                return inPage(Jsoup.parse(new String(body, StandardCharsets.UTF_8)));
            } else if (type.equals("application/pdf")) {
                return inPdf(body);
            } else if (type.equals("text/csv")) {
                return inCsv(new String(body, StandardCharsets.UTF_8));
            } else if (type.startsWith("application/vnd.openxmlformats")) {
                return inPackage(body);
            } else if (type.equals("application/json")) {
                Json.parse(new String(body, StandardCharsets.UTF_8));
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> inPage(Document page) {
        List<String> harm = new ArrayList<>();
        page.select("script:not([src]), style, [style], [^on], [data-harm], " + ELSEWHERE)
                .forEach(found -> harm.add("an element " + shortened(found.outerHtml())));
        for (Element link : page.select("[href]")) {
            if (!SAFE_LINK.matcher(link.attr("href")).matches()) {
                harm.add("a link " + link.attr("href"));
            }
        }
        return harm;
    }

    private static List<String> inPdf(byte[] body) throws IOException {
        List<String> harm = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(body)) {
            var names = document.getDocumentCatalog().getNames();
            boolean scripts = names != null && names.getJavaScript() != null;
            if (scripts || document.getDocumentCatalog().getOpenAction() != null) {
                harm.add("something that opening runs");
            }
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI there) {
                        if (!there.getURI().matches("(?i)(https?://|mailto:).*")) {
                            harm.add("a link " + there.getURI());
                        }
                    } else if (!(annotation instanceof PDAnnotationLink link)
                            || !(link.getAction() == null || link.getAction() instanceof PDActionGoTo)) {
                        harm.add("an annotation " + annotation);
                    }
                }
            }
        }
        return harm;
    }

    private static List<String> inCsv(String text) {
        List<String> harm = new ArrayList<>();
        char separator = text.substring(0, text.indexOf('\n')).contains(";") ? ';' : ',';
        CsvReader.builder()
                .fieldSeparator(separator)
                .ofCsvRecord(text.substring(1))
                .forEach(record -> record.getFields().stream()
                        .filter(cell -> cell.matches("(?s)\\s*[=+@|\\t\\r-].*") && !cell.matches("-\\d+(,\\d+)?"))
                        .forEach(cell -> harm.add("a formula " + shortened(cell))));
        return harm;
    }

    /** Word and Excel: well-formed XML, no formula, nothing fetched. */
    private static List<String> inPackage(byte[] body) throws IOException {
        List<String> harm = new ArrayList<>();
        Path file = Files.createTempFile("hostile", ".zip");
        Files.write(file, body);
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                byte[] part = zip.getInputStream(entry).readAllBytes();
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    if (!isWhole(part)) {
                        harm.add(name + " is not XML");
                    }
                    Document xml = Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser());
                    xml.select("f, w|instrText, w|fldSimple, w|altChunk").stream()
                            // The table of contents and the page number are our own fields.
                            .filter(found -> !found.text().strip().startsWith("TOC ")
                                    && !List.of("PAGE", "NUMPAGES").contains(found.attr("w:instr")))
                            .forEach(found -> harm.add(name + ": " + shortened(found.outerHtml())));
                    xml.select("Relationship[TargetMode=External]").stream()
                            .filter(found -> !found.attr("Type").endsWith("/hyperlink")
                                    || !found.attr("Target").matches("(?i)(https?://|mailto:).*"))
                            .forEach(found -> harm.add(name + ": " + found.outerHtml()));
                } else if (name.endsWith(".bin") || name.contains("embeddings")) {
                    harm.add(name);
                }
            }
        } finally {
            Files.delete(file);
        }
        return harm;
    }

    private static boolean isWhole(byte[] part) throws IOException {
        try {
            var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.parse(new ByteArrayInputStream(part));
            return true;
        } catch (SAXException | javax.xml.parsers.ParserConfigurationException e) {
            return false;
        }
    }

    static String shortened(String text) {
        return text.substring(0, Math.min(120, text.length()));
    }
}
