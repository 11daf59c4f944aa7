package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.jspecify.annotations.Nullable;

/** A part of a Word file or a workbook, read element by element; names are without namespace. */
record XmlPart(XMLStreamReader xml, InputStream in) implements AutoCloseable {

    /** Goes to the next start, end or text; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT || isText()) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean isText() {
        return xml.getEventType() == XMLStreamConstants.CHARACTERS || xml.getEventType() == XMLStreamConstants.CDATA;
    }

    /** Whether an element of this name begins here. */
    boolean isStartOf(String name) {
        return isStart() && xml.getLocalName().equals(name);
    }

    /** Whether an element of this name ends here. */
    boolean isEndOf(String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(name);
    }

    String name() {
        return xml.getLocalName();
    }

    String text() {
        return xml.getText();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The value of the attribute {@code val}, or empty. */
    String value() {
        String value = attribute("val");
        return value == null ? "" : value;
    }

    /** A switch such as bold: on unless its value is off. */
    boolean isOn() {
        String value = value();
        return !(value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
    }

    /** A number, or the other one where none is written. */
    static int number(@Nullable String value, int other) {
        try {
            return value == null || value.isEmpty() ? other : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return other;
        }
    }

    int value(int other) {
        return number(value(), other);
    }

    /** The text of the element that begins here, refused beyond the most characters. */
    String content(int most) throws IOException {
        StringBuilder content = new StringBuilder();
        int depth = 1;
        while (depth > 0 && next()) {
            if (isText()) {
                content.append(text());
                if (content.length() > most) {
                    throw new PlanRefused(PlanRefusalReason.TOO_LARGE, most + " characters");
                }
            } else {
                depth += isStart() ? 1 : -1;
            }
        }
        return content.toString();
    }

    /** Skips the element that begins here. */
    void skip() throws IOException {
        int depth = 1;
        while (depth > 0 && next()) {
            if (isStart()) {
                depth++;
            } else if (!isText()) {
                depth--;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
