package org.convergence.platform.shell.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Refuses by name the query parameters, fields and files of a request that the operation does not describe, those with
 * the character NUL, and the damaged position of a page: a program would read the first one for ever. Those of the shell, such as the CSRF token of
 * a page, begin with an underscore.
 */
final class ApiFormFields implements HandlerInterceptor {

    private final Map<Method, Set<String>> described = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route) {
            Set<String> known = described.computeIfAbsent(route.getMethod(), method -> describe(route));
            List<Form.FieldProblem> unknown = Stream.concat(request.getParameterMap().keySet().stream(), files(request))
                    .filter(field -> !known.contains(field) && !field.startsWith("_"))
                    .limit(100)
                    .map(field -> new Form.FieldProblem(field, "shell.json.unknown", List.of()))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new FieldsRefused(unknown);
            }
            List<Form.FieldProblem> unreadable = request.getParameterMap().entrySet().stream()
                    .filter(field -> Stream.of(field.getValue()).anyMatch(value -> value.indexOf('\0') >= 0))
                    .map(field -> new Form.FieldProblem(field.getKey(), "shell.json.nul", List.of()))
                    .toList();
            if (!unreadable.isEmpty()) {
                throw new FieldsRefused(unreadable);
            }
            String after = request.getParameter("after");
            // Some lists go on after an id.
            if (after != null
                    && !after.isEmpty()
                    && !Keyset.isIntact(after)
                    && TextParser.id(after).isEmpty()) {
                throw new FieldsRefused(List.of(new Form.FieldProblem("after", "shell.json.after", List.of())));
            }
        }
        return true;
    }

    private static Stream<String> files(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null ? Stream.empty() : parts.getFileMap().keySet().stream();
    }

    private static Set<String> describe(HandlerMethod route) {
        Set<String> fields = new HashSet<>();
        AnnotatedElementUtils.getMergedRepeatableAnnotations(route.getMethod(), Parameter.class)
                .forEach(each -> fields.add(each.name()));
        Stream.of(route.getMethod().getParameters())
                .filter(each ->
                        each.isAnnotationPresent(RequestParam.class) || each.isAnnotationPresent(RequestPart.class))
                .forEach(each -> fields.add(each.getName()));
        return fields;
    }
}
