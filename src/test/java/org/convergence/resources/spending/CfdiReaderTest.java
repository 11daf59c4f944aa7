package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.domain.CfdiReader;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.junit.jupiter.api.Test;

/** Mexican invoices in XML (vector V12 of the project rules, its XML half). */
class CfdiReaderTest {

    private static final String STAMP = """
            <tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="1.1"
                UUID="5E2D6AFF-2DD7-43D1-83D3-14C1ACA396D9"/>
            """;

    /** An invoice with an unused namespace and an issuer within a complement, which is not that of the invoice. */
    static String invoice(String type, String total, String stamps) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <x:Comprobante xmlns:x="http://www.sat.gob.mx/cfd/4" xmlns:unused="http://example.org/unused" Version="4.0"
                    Fecha="2026-03-11T12:30:00" Total="%s" Moneda="MXN" TipoDeComprobante="%s" SubTotal="10642.82">
                  <x:Emisor Rfc="AAA010101AAA" Nombre="Imprenta Ficticia"/>
                  <x:Conceptos><x:Concepto><x:Impuestos TotalImpuestosTrasladados="9"/></x:Concepto></x:Conceptos>
                  <x:Impuestos TotalImpuestosTrasladados="1803.85" TotalImpuestosRetenidos="101.00"/>
                  <x:Complemento>%s<other:Emisor xmlns:other="urn:o" Nombre="Nadie"/></x:Complemento>
                </x:Comprobante>
                """.formatted(total, type, stamps).strip();
    }

    static String invoice() {
        return invoice("I", "12345.67", STAMP);
    }

    private static Optional<CfdiVoucher> read(String xml) {
        return CfdiReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsIdentitySupplierDayAndTotal() {
        assertThat(read(invoice()))
                .contains(new CfdiVoucher(
                        "5e2d6aff-2dd7-43d1-83d3-14c1aca396d9",
                        "I",
                        LocalDate.of(2026, 3, 11),
                        "Imprenta Ficticia",
                        new BigDecimal("12345.67"),
                        "MXN",
                        new BigDecimal("12345.67")));
        assertThat(read(invoice("P", "0", STAMP)).orElseThrow().type()).isEqualTo("P");
    }

    @Test
    void addsSubtotalDiscountAndTaxes() {
        assertThat(read(invoice()).orElseThrow().addsUp()).isTrue();
        assertThat(read(invoice("I", "12345.68", STAMP)).orElseThrow().addsUp())
                .as("a cent of rounding")
                .isTrue();
        assertThat(read(invoice("I", "12345.69", STAMP)).orElseThrow().addsUp()).isFalse();
        assertThat(read(invoice("I", "12340.67", STAMP).replace("SubTotal", "Descuento=\"5.00\" SubTotal"))
                        .orElseThrow()
                        .addsUp())
                .isTrue();
    }

    @Test
    void knowsOtherXmlFromAnInvoice() {
        assertThat(read("<Invoice xmlns=\"urn:oasis:names:specification:ubl\"/>"))
                .isEmpty();
    }

    @Test
    void refusesDocumentTypesEntitiesAndTwoStamps() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>";
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(Refused.class).hasMessage("spending.refused.doctype");
        assertThatThrownBy(() -> read("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"))
                .hasMessage("spending.refused.doctype");
        assertThatThrownBy(() -> read(invoice("I", "1", STAMP + STAMP))).hasMessage("spending.refused.cfdi");
        assertThatThrownBy(() -> read("<x><y></x>")).hasMessage("spending.refused.xml");
        assertThatThrownBy(() -> read("<x>".repeat(200) + "</x>".repeat(200))).hasMessage("spending.refused.xml");
    }
}
