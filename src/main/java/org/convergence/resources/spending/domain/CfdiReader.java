package org.convergence.resources.spending.domain;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextParser;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/**
 * Reads a Mexican invoice in XML (CFDI 3.3 or 4.0; R-PROJ-5). Elements are matched by their local names, since issuers
 * declare namespaces in their own ways; a document type declaration is refused, with all that it could hide.
 */
public final class CfdiReader {

    private static final String NAMESPACE = "http://www.sat.gob.mx/cfd/";
    private static final int MOST_DEPTH = 100;

    private CfdiReader() {}

    /**
     * An invoice.
     *
     * @param id the UUID of its fiscal stamp, in lower case
     * @param type I for an invoice, E for a credit note, P for the receipt of a payment, T for a transport, N for a payslip
     * @param sum its subtotal, less the discount, with the taxes added and withheld; the total, if it is right
     */
    public record CfdiVoucher(
            String id, String type, LocalDate day, String supplier, BigDecimal total, String currency, BigDecimal sum) {

        private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

        /** Its total as a message tells it; without currency if there is none of its code. */
        Object said() {
            try {
                return Money.of(CurrencyUnit.of(currency), total, RoundingMode.HALF_UP);
            } catch (IllegalCurrencyException unknown) {
                return total;
            }
        }

        /** Whether its total is the sum of its amounts, to the cent. */
        public boolean addsUp() {
            return total.subtract(sum).abs().compareTo(TOLERANCE) <= 0;
        }
    }

    /**
     * Reads a file.
     *
     * @return empty if it is XML of another kind
     * @throws Refused if it is not well-formed, has a document type declaration, or lacks one stamp, day or total
     */
    public static Optional<CfdiVoucher> read(InputStream in) {
        // The JDK's own parser, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            return read(factory.createXMLStreamReader(in));
        } catch (XMLStreamException notWellFormed) {
            throw new Refused("spending.refused.xml");
        }
    }

    private static Optional<CfdiVoucher> read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> root = Map.of();
        Map<String, String> issuer = Map.of();
        BigDecimal taxes = BigDecimal.ZERO;
        List<String> stamps = new ArrayList<>();
        boolean isCfdi = false;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused("spending.refused.doctype");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > MOST_DEPTH) {
                    throw new Refused("spending.refused.xml");
                }
                String name = xml.getLocalName();
                if (depth == 1) {
                    isCfdi = name.equals("Comprobante")
                            && String.valueOf(xml.getNamespaceURI()).startsWith(NAMESPACE);
                    root = attributes(xml);
                } else if (depth == 2 && name.equals("Emisor")) {
                    issuer = attributes(xml);
                } else if (depth == 2 && name.equals("Impuestos")) {
                    taxes = taxes.add(net(attributes(xml), "TotalImpuestosTrasladados", "TotalImpuestosRetenidos"));
                } else if (name.equals("ImpuestosLocales")) {
                    taxes = taxes.add(net(attributes(xml), "TotaldeTraslados", "TotaldeRetenciones"));
                } else if (name.equals("TimbreFiscalDigital")) {
                    stamps.add(attributes(xml).getOrDefault("UUID", ""));
                }
            }
        }
        return isCfdi ? Optional.of(voucher(root, issuer, taxes, stamps)) : Optional.empty();
    }

    /** One amount less another; a missing one is zero. */
    private static BigDecimal net(Map<String, String> attributes, String added, String deducted) {
        return number(attributes, added).subtract(number(attributes, deducted));
    }

    private static BigDecimal number(Map<String, String> attributes, String name) {
        return TextParser.number(attributes.getOrDefault(name, "")).orElse(BigDecimal.ZERO);
    }

    private static CfdiVoucher voucher(
            Map<String, String> root, Map<String, String> issuer, BigDecimal taxes, List<String> stamps) {
        Optional<String> id =
                stamps.size() == 1 ? TextParser.id(stamps.get(0)).map(Object::toString) : Optional.empty();
        String moment = root.getOrDefault("Fecha", "");
        Optional<LocalDate> day = TextParser.date(moment.substring(0, Math.min(10, moment.length())));
        Optional<BigDecimal> total = TextParser.number(root.getOrDefault("Total", ""));
        if (id.isEmpty() || day.isEmpty() || total.isEmpty()) {
            throw new Refused("spending.refused.cfdi", stamps.size());
        }
        String name =
                issuer.getOrDefault("Nombre", issuer.getOrDefault("Rfc", "")).strip();
        return new CfdiVoucher(
                id.get().toLowerCase(Locale.ROOT),
                root.getOrDefault("TipoDeComprobante", "I"),
                day.get(),
                name.substring(0, Math.min(ExpenseFacts.LONGEST_SUPPLIER, name.length())),
                total.get(),
                root.getOrDefault("Moneda", "MXN"),
                net(root, "SubTotal", "Descuento").add(taxes));
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            all.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return all;
    }
}
