/* output/folder.c - a results folder: each file whole or not there at all. */
#include "output/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static const char manifest_name[] = "manifest.json";
static const char unfinished[] = ".part"; /* behind the name of a file that is being written */

char *out_folder_path(const struct out_folder *folder, const char *name) {
    return mem_format("%s/%s", folder->path, name);
}

/* Makes every folder on the way to a path, the last name left out. */
static bool parents_make(const char *path, struct err_list *err) {
    char *walked = mem_text(path);
    bool made = true;

    for (char *slash = strchr(walked + 1, '/'); slash && made; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        made = mkdir(walked, 0777) == 0 || errno == EEXIST;
        if (!made) {
            err_add(err, walked, 0, "this folder cannot be made: %s", strerror(errno));
        }
        *slash = '/';
    }
    free(walked);
    return made;
}

/* Names in a folder, "." and ".." left out; -1 when it cannot be read. */
static int entry_count(const char *path) {
    DIR *directory = opendir(path);
    int count = -2;

    if (!directory) {
        return -1;
    }
    while (readdir(directory)) {
        count++;
    }
    closedir(directory);
    return count < 0 ? 0 : count;
}

/* A manifest could have been edited: it must not lead outside the folder. */
static bool name_is_inside(const char *name) {
    return name[0] != '\0' && name[0] != '/' && strcmp(name, "..") != 0 && strncmp(name, "../", 3) != 0 &&
           !strstr(name, "/../");
}

/* Removes a file and then the folders of its name, as far as they are empty. */
static void file_remove(const struct out_folder *folder, const char *name) {
    char *shorter = mem_text(name), *path = out_folder_path(folder, name);

    unlink(path);
    for (char *slash = strrchr(shorter, '/'); slash; slash = strrchr(shorter, '/')) {
        *slash = '\0';
        free(path);
        path = out_folder_path(folder, shorter);
        rmdir(path);
    }
    free(path);
    free(shorter);
}

/* The manifest of an older run of caremix in the folder, or NULL. */
static json_t *manifest_read(const struct out_folder *folder) {
    char *path = out_folder_path(folder, manifest_name);
    json_t *manifest = json_load_file(path, 0, NULL);
    const char *program = json_string_value(json_object_get(manifest, "program"));

    free(path);
    if (program && strcmp(program, "caremix") == 0) {
        return manifest;
    }
    json_decref(manifest);
    return NULL;
}

static void results_remove(const struct out_folder *folder, const json_t *manifest) {
    const json_t *outputs = json_object_get(manifest, "outputs");

    /* The manifest goes last: a removal that was interrupted can be taken up again. */
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        const char *name = json_string_value(json_object_get(json_array_get(outputs, i), "file"));

        if (name && name_is_inside(name)) {
            file_remove(folder, name);
        }
    }
    file_remove(folder, manifest_name);
}

static bool existing_take(struct out_folder *folder, bool replace, struct err_list *err) {
    const int entries = entry_count(folder->path);
    json_t *manifest;

    if (entries < 0) {
        err_add(err, folder->path, 0, "this is no folder that results can be written into: %s", strerror(errno));
        return false;
    }
    if (entries == 0) {
        return true;
    }
    manifest = manifest_read(folder);
    if (manifest && replace) {
        folder->is_replacing = true;
        json_decref(manifest);
        return true;
    }
    if (manifest) {
        err_add(err, folder->path, 0,
                "this folder holds results already; add --replace to overwrite them, or name another folder with -o");
    } else {
        err_add(err, folder->path, 0,
                "this folder is not empty and holds no %s of caremix, so nothing in it is touched; "
                "name another folder with -o",
                manifest_name);
    }
    json_decref(manifest);
    return false;
}

static bool path_take(struct out_folder *folder, bool replace, struct err_list *err) {
    if (mkdir(folder->path, 0777) == 0) {
        return true;
    }
    if (errno == EEXIST) {
        return existing_take(folder, replace, err);
    }
    err_add(err, folder->path, 0, "this folder cannot be made: %s", strerror(errno));
    return false;
}

bool out_folder_init(struct out_folder *folder, const char *path, bool replace, struct err_list *err) {
    size_t length = strlen(path);
    bool taken;

    *folder = (struct out_folder){.path = mem_text(path)};
    while (length > 1 && folder->path[length - 1] == '/') {
        folder->path[--length] = '\0';
    }
    taken = parents_make(folder->path, err) && path_take(folder, replace, err);
    if (!taken) {
        out_folder_free(folder);
    }
    return taken;
}

/* Path under which the open file is written. The caller frees it. */
static char *unfinished_path(const struct out_folder *folder) {
    return mem_format("%s/%s%s", folder->path, folder->open_name, unfinished);
}

static void open_forget(struct out_folder *folder) {
    free(folder->open_name);
    folder->open_name = NULL;
    folder->open_stream = NULL;
}

/* The open file is not to be. */
static void open_drop(struct out_folder *folder) {
    char *path = unfinished_path(folder);

    fclose(folder->open_stream);
    unlink(path);
    free(path);
    open_forget(folder);
}

void out_folder_free(struct out_folder *folder) {
    if (folder->open_stream) {
        open_drop(folder);
    }
    for (size_t i = 0; i < folder->count; i++) {
        free(folder->files[i].name);
    }
    free(folder->files);
    free(folder->path);
    *folder = (struct out_folder){0};
}

void out_folder_remove(struct out_folder *folder) {
    for (size_t i = 0; i < folder->count; i++) {
        file_remove(folder, folder->files[i].name);
    }
    rmdir(folder->path);
}

/* Until there is something new, what is old stays. */
static void older_remove(struct out_folder *folder) {
    json_t *manifest = folder->is_replacing ? manifest_read(folder) : NULL;

    folder->is_replacing = false;
    if (manifest) {
        results_remove(folder, manifest);
        json_decref(manifest);
    }
}

FILE *out_folder_begin(struct out_folder *folder, const char *name, struct err_list *err) {
    char *path;

    err_require(!folder->open_stream && name_is_inside(name));
    older_remove(folder);
    folder->open_name = mem_text(name);
    path = unfinished_path(folder);
    if (parents_make(path, err)) {
        folder->open_stream = fopen(path, "wbx");
        if (!folder->open_stream) {
            err_add(err, path, 0, "this file cannot be made: %s", strerror(errno));
        }
    }
    free(path);
    if (!folder->open_stream) {
        open_forget(folder);
    }
    return folder->open_stream;
}

static void file_remember(struct out_folder *folder, const char *name, const char *digest) {
    struct out_file *file;

    folder->files = mem_grown(folder->files, folder->count, &folder->capacity, sizeof *folder->files);
    file = &folder->files[folder->count++];
    file->name = mem_text(name);
    memcpy(file->sha256, digest, sizeof file->sha256);
}

/* Gives a finished file its name; the file under its old name is gone in any case. */
static bool file_publish(struct out_folder *folder, const char *from, const char *name, struct err_list *err) {
    char *to = out_folder_path(folder, name);
    char digest[65];
    bool published = out_file_sha256(from, digest) && rename(from, to) == 0;

    if (published) {
        file_remember(folder, name, digest);
    } else {
        err_add(err, to, 0, "this file cannot be finished: %s", strerror(errno));
        unlink(from);
    }
    free(to);
    return published;
}

/* Closes a stream; true when every byte is on the disk. */
static bool stream_finish(FILE *stream) {
    const bool whole = !ferror(stream) && fflush(stream) == 0 && fsync(fileno(stream)) == 0;
    const int reason = errno;

    if (fclose(stream) != 0) {
        return false;
    }
    errno = reason;
    return whole;
}

bool out_folder_end(struct out_folder *folder, struct err_list *err) {
    char *path;
    bool whole;

    err_require(folder->open_stream);
    path = unfinished_path(folder);
    whole = stream_finish(folder->open_stream);
    if (whole) {
        whole = file_publish(folder, path, folder->open_name, err);
    } else {
        err_add(err, path, 0, "this file could not be written to its end: %s", strerror(errno));
        unlink(path);
    }
    free(path);
    open_forget(folder);
    return whole;
}

/* False when the file could not be read to its end. */
static bool stream_copy(FILE *in, FILE *out) {
    char block[16384];

    for (size_t got = fread(block, 1, sizeof block, in); got > 0; got = fread(block, 1, sizeof block, in)) {
        fwrite(block, 1, got, out);
    }
    return !ferror(in);
}

bool out_folder_copy(struct out_folder *folder, const char *from, const char *name, struct err_list *err) {
    FILE *in = fopen(from, "rb"), *out = in ? out_folder_begin(folder, name, err) : NULL;
    bool whole = false;

    if (out && stream_copy(in, out)) {
        whole = out_folder_end(folder, err);
    } else if (out || !in) {
        err_add(err, from, 0, "this file cannot be read: %s", strerror(errno));
    }
    if (folder->open_stream) {
        open_drop(folder);
    }
    if (in) {
        fclose(in);
    }
    return whole;
}

bool out_folder_adopt(struct out_folder *folder, const char *from, const char *name, struct err_list *err) {
    const int descriptor = open(from, O_RDONLY | O_CLOEXEC);
    bool whole;

    err_require(name_is_inside(name));
    older_remove(folder);
    whole = descriptor >= 0 && fsync(descriptor) == 0;
    if (!whole) {
        err_add(err, from, 0, "this file cannot be taken over: %s", strerror(errno));
    }
    if (descriptor >= 0) {
        close(descriptor);
    }
    return whole && file_publish(folder, from, name, err);
}

bool out_folder_drop(struct out_folder *folder) {
    struct out_file *last;

    if (folder->count == 0) {
        return false;
    }
    last = &folder->files[--folder->count];
    file_remove(folder, last->name);
    free(last->name);
    return true;
}

bool out_file_sha256(const char *path, char digest[65]) {
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx context;
    uint8_t block[16384], hash[SHA256_DIGEST_SIZE];
    FILE *file = fopen(path, "rb");
    bool read;

    if (!file) {
        return false;
    }
    sha256_init(&context);
    for (size_t got = fread(block, 1, sizeof block, file); got > 0; got = fread(block, 1, sizeof block, file)) {
        sha256_update(&context, got, block);
    }
    read = !ferror(file);
    fclose(file);
    sha256_digest(&context, sizeof hash, hash);
    for (size_t i = 0; i < sizeof hash; i++) {
        digest[2 * i] = digits[hash[i] >> 4];
        digest[2 * i + 1] = digits[hash[i] & 15];
    }
    digest[64] = '\0';
    return read;
}
