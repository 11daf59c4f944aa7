package org.convergence.platform.formfilling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A form in a Word document, filled by its content controls (R-PROJ-6). Only the text of the document and of its
 * headers and footers is read and written again; every other part is copied as it is.
 */
final class WordForm implements FillableForm {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TEXT_PART = "word/document.xml";
    private static final Pattern PARTS_WITH_CONTROLS = Pattern.compile("word/(document|header\\d*|footer\\d*)\\.xml");

    private final Map<String, byte[]> parts;
    private final Map<String, String> titles = new LinkedHashMap<>();

    private WordForm(Map<String, byte[]> parts) {
        this.parts = parts;
        readControls(TEXT_PART);
        parts.keySet().stream()
                .filter(part -> !part.equals(TEXT_PART) && mayHoldControls(part))
                .forEach(this::readControls);
    }

    private static boolean mayHoldControls(String part) {
        return PARTS_WITH_CONTROLS.matcher(part).matches();
    }

    private void readControls(String part) {
        for (Element control : controls(parse(part))) {
            String name = name(control);
            if (!name.isEmpty() && titles.size() < MOST_PLACES) {
                titles.putIfAbsent(name, TextNormalizer.fold(property(control, "alias") + " " + name));
            }
        }
    }

    static WordForm read(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new Refused("formfilling.refused.damaged");
        }
        if (!parts.containsKey(TEXT_PART)) {
            throw new Refused("formfilling.refused.damaged");
        }
        return new WordForm(parts);
    }

    private Document parse(String part) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(part)));
        } catch (SAXException | IOException e) {
            throw new Refused("formfilling.refused.damaged");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> places() {
        return List.copyOf(titles.keySet());
    }

    @Override
    public Optional<String> guess(List<String> row, List<String> column) {
        return titles.entrySet().stream()
                .filter(control ->
                        holds(control.getValue(), row) && (column.isEmpty() || holds(control.getValue(), column)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean holds(String title, List<String> wanted) {
        return wanted.stream()
                .map(TextNormalizer::fold)
                .anyMatch(each -> !each.isEmpty() && (" " + title + " ").contains(" " + each + " "));
    }

    @Override
    public List<String> resolve(Collection<String> wanted) {
        for (String place : wanted) {
            if (!titles.containsKey(place)) {
                throw new Refused("formfilling.refused.place", place);
            }
        }
        return List.copyOf(wanted);
    }

    @Override
    public void fill(Map<String, Object> values, Words t, OutputStream out) throws IOException {
        resolve(values.keySet());
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(mayHoldControls(part.getKey()) ? fillPart(part, values, t) : part.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private byte[] fillPart(Map.Entry<String, byte[]> part, Map<String, Object> values, Words t) throws IOException {
        Document text = parse(part.getKey());
        boolean filled = false;
        for (Element control : controls(text)) {
            Object value = values.get(name(control));
            if (value != null) {
                setDay(control, value);
                write(control, say(value, t));
                filled = true;
            }
        }
        return filled ? serialize(text) : part.getValue();
    }

    /** The day that a control for a date keeps besides the text that it shows. */
    private static void setDay(Element control, Object value) {
        Element properties = child(control, "sdtPr");
        Element date = properties == null ? null : child(properties, "date");
        if (date != null) {
            date.removeAttributeNS(W, "fullDate");
            if (value instanceof LocalDate day) {
                date.setAttributeNS(W, "w:fullDate", day + "T00:00:00Z");
            }
        }
    }

    static String say(Object value, Words t) {
        return value instanceof BigDecimal amount
                ? t.cents(amount)
                : value instanceof LocalDate day ? t.date(day) : value.toString();
    }

    /** Puts a text in the place of what a control shows; what surrounds it keeps its style. */
    private static void write(Element control, String value) {
        Element properties = child(control, "sdtPr");
        if (properties != null) {
            remove(properties, "showingPlcHdr");
            // Word would show the bound data again.
            remove(properties, "dataBinding");
        }
        Element content = child(control, "sdtContent");
        if (content == null) {
            return;
        }
        List<Element> texts = descendants(content, "t");
        Element first = texts.isEmpty() ? addText(content) : texts.get(0);
        texts.stream().skip(1).forEach(each -> each.setTextContent(""));
        Element style = child((Element) first.getParentNode(), "rPr");
        if (style != null) {
            // The grey of the text that asked for an answer.
            remove(style, "rStyle");
        }
        String[] lines = value.split("\n", -1);
        setLine(first, lines[0]);
        Node run = first.getParentNode();
        Node next = first.getNextSibling();
        for (int at = 1; at < lines.length; at++) {
            run.insertBefore(control.getOwnerDocument().createElementNS(W, "w:br"), next);
            Element text = control.getOwnerDocument().createElementNS(W, "w:t");
            setLine(text, lines[at]);
            run.insertBefore(text, next);
        }
    }

    private static void setLine(Element text, String line) {
        text.setTextContent(line);
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    private static Element addText(Element content) {
        Document document = content.getOwnerDocument();
        List<Element> paragraphs = descendants(content, "p");
        boolean inline = "p".equals(content.getParentNode().getParentNode().getLocalName());
        Node parent = paragraphs.isEmpty()
                ? inline ? content : content.appendChild(document.createElementNS(W, "w:p"))
                : paragraphs.get(0);
        Node run = parent.appendChild(document.createElementNS(W, "w:r"));
        return (Element) run.appendChild(document.createElementNS(W, "w:t"));
    }

    private static List<Element> controls(Document document) {
        return descendants(document.getDocumentElement(), "sdt");
    }

    private static String name(Element control) {
        String tag = property(control, "tag");
        return tag.isEmpty() ? property(control, "alias") : tag;
    }

    private static String property(Element control, String name) {
        Element properties = child(control, "sdtPr");
        Element property = properties == null ? null : child(properties, name);
        return property == null ? "" : property.getAttributeNS(W, "val").strip();
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static void remove(Element parent, String name) {
        Element found = child(parent, name);
        if (found != null) {
            parent.removeChild(found);
        }
    }

    private static List<Element> descendants(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(W, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static byte[] serialize(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.setXmlStandalone(true);
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
        return out.toByteArray();
    }
}
