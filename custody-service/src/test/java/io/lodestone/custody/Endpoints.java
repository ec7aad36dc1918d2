package io.lodestone.custody;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;

/** Every endpoint of the service, from its resource classes: "GET /lots/{lot}". */
final class Endpoints {

    private Endpoints() {}

    static Set<String> of(String packages) {
        Set<String> endpoints = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages)) {
            for (JavaMethod method : type.getMethods()) {
                method.getAnnotations().stream()
                        .filter(it -> it.getRawType().isAnnotatedWith(HttpMethod.class))
                        .forEach(verb -> endpoints.add(verb.getRawType().getSimpleName() + " " + path(type, method)));
            }
        }
        return endpoints;
    }

    private static String path(JavaClass type, JavaMethod method) {
        String root = type.isAnnotatedWith(Path.class)
                ? type.getAnnotationOfType(Path.class).value()
                : "";
        String rest = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return ("/" + root + "/" + rest).replaceAll("/+", "/").replaceAll("/$", "");
    }
}
