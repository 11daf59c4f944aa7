package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** A program records a rate, an agreement and an expense with its voucher, and reads the state and the report. */
@ModuleTest
class FundingApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private String bearer = "";

    @BeforeEach
    void noMoney() {
        visitors.ensureOrganisation();
        bearer = "Bearer " + visitors.createToken(Role.COORDINATOR);
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("DELETE FROM resources.spending_report WHERE filed_on IS NULL").update();
        db.sql("DELETE FROM resources.spending_budget").update();
        db.sql("DELETE FROM resources.grant_agreement").update();
        db.sql("DELETE FROM platform.currency_rate").update();
    }

    private MockHttpServletResponse post(String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse get(String path) {
        return mvc.get()
                .uri("/api/v1" + path)
                .header("Authorization", bearer)
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse postExpense(String data, String name, String voucher) {
        return mvc.post()
                .uri("/api/v1/expenses")
                .multipart()
                .file(new MockMultipartFile("data", "", "application/json", data.getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile("voucher", name, "text/plain", voucher.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", bearer)
                .header("Idempotency-Key", UUID.randomUUID())
                .exchange()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
    }

    @Test
    void countsAVoucherInPesosOnceInTheAgreementAndItsReport() throws Exception {
        assertThat(post("/rates", """
                        {"from": "MXN", "to": "CAD", "rate": "0.0737", "validFrom": "2026-03-09", "validTo": "2026-03-13",
                         "source": "Banque du Canada"}
                        """).getStatus()).isEqualTo(201);
        MockHttpServletResponse recorded = post("/agreements", """
                {"currency": "CAD", "number": "F-12", "from": "2026-01-01", "to": "2026-12-31",
                 "lines": [{"code": "2.1", "amount": "1000"}, {"code": "2.2", "amount": "500"}]}
                """);
        assertThat(recorded.getStatus()).isEqualTo(201);
        String agreement = "/agreements/" + json(recorded).path("id").asString();
        String line = json(recorded).path("lines").get(0).path("id").asString();
        String data = """
                {"day": "2026-03-11", "amount": "12345.67", "currency": "MXN",
                 "splits": [{"line": "%s", "percent": 60}, {"line": "2.2", "percent": 40}]}
                """.formatted(line);

        MockHttpServletResponse expense = postExpense(data, "recibo.txt", "Recibo 17");
        assertThat(expense.getStatus()).isEqualTo(201);
        assertThat(json(expense).path("converted").path("amount").asString()).isEqualTo("909.88");
        MockHttpServletResponse again = postExpense(data, "otro.txt", "Recibo 17");
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(json(again).path("first").path("id").asString())
                .isEqualTo(json(expense).path("id").asString());
        assertThat(postExpense(data, "x.xml", "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"y\"><x/>")
                        .getStatus())
                .isEqualTo(422);

        JsonNode lines = json(get(agreement)).path("lines");
        assertThat(lines.get(0).path("spent").asString()).isEqualTo("545.93");
        assertThat(lines.get(0).path("left").asString()).isEqualTo("454.07");
        assertThat(lines.get(1).path("spent").asString()).isEqualTo("363.95");
        assertThat(lines.get(1).path("committed").asString()).isEqualTo("0.00");

        String report = agreement + "/reports/financial.";
        Map.of("pdf", "%PDF-", "docx", "PK", "xlsx", "PK", "zip", "PK").forEach((format, head) -> {
            MockHttpServletResponse file = get(report + format + "?from=2026-01-01&to=2026-12-31");
            assertThat(file.getStatus()).as(format).isEqualTo(200);
            assertThat(new String(file.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                    .as(format)
                    .startsWith(head);
            assertThat(file.getHeader("Content-Disposition")).as(format).contains("." + format);
        });
        assertThat(entries(get(report + "zip").getContentAsByteArray()))
                .as("the report, its workbook and the voucher")
                .hasSize(3)
                .contains("pieces/001-recibo.txt");
        assertThat(get(report + "ods").getStatus()).isEqualTo(404);
        assertThat(get("/claims").getStatus()).isEqualTo(200);
    }

    private static List<String> entries(byte[] zip) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                names.add(each.getName());
            }
        }
        return names;
    }
}
