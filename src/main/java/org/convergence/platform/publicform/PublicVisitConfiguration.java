package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.shell.WithheldRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Passes a {@link PublicVisit} to the controllers of public pages; the page of a {@link WithheldRecords withheld} record answers 410. */
@Configuration(proxyBeanMethods = false)
class PublicVisitConfiguration implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final Pattern ID = Pattern.compile("(?=.{9,36}$)[0-9a-fA-F]{1,12}(?:-[0-9a-fA-F]{1,12}){4}");

    private final ObjectProvider<PublicFormGuard> guard;
    private final ObjectProvider<PublicLanguages> languages;

    private final ObjectProvider<WithheldRecords> withheld;

    PublicVisitConfiguration(
            ObjectProvider<PublicFormGuard> guard,
            ObjectProvider<PublicLanguages> languages,
            ObjectProvider<WithheldRecords> withheld) {
        this.guard = guard;
        this.languages = languages;
        this.withheld = withheld;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PublicVisit.class;
    }

    @Override
    public PublicVisit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest visited = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (ids(visited).anyMatch(withheld.getObject()::isWithheld)) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        return new PublicVisit(
                visited,
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)),
                guard.getObject(),
                languages.getObject());
    }

    /** The ids in an address, in each form that controllers accept, also with shorter groups. */
    private static Stream<UUID> ids(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().stream()
                        .map(each -> String.valueOf(each).strip())
                        .filter(each -> ID.matcher(each).matches())
                        .map(UUID::fromString)
                : Stream.empty();
    }
}
