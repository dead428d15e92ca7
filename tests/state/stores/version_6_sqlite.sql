BEGIN TRANSACTION;
CREATE TABLE doubts (
	"plan" INTEGER NOT NULL, 
	identity INTEGER NOT NULL, 
	candidate INTEGER NOT NULL, 
	PRIMARY KEY ("plan", identity, candidate), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "doubts" VALUES(1,3,1);
INSERT INTO "doubts" VALUES(1,3,2);
CREATE TABLE letter_bytes (
	letter INTEGER NOT NULL, 
	raw BLOB NOT NULL, 
	PRIMARY KEY (letter), 
	FOREIGN KEY(letter) REFERENCES letters (id)
);
INSERT INTO "letter_bytes" VALUES(1,X'D09FD0BBD0B0D0BD0D0A');
INSERT INTO "letter_bytes" VALUES(2,X'D09FD0BBD0B0D0BD0D0A');
INSERT INTO "letter_bytes" VALUES(3,X'D09FD0BBD0B0D0BD0D0A');
CREATE TABLE letters (
	id INTEGER NOT NULL, 
	"plan" INTEGER NOT NULL, 
	scope TEXT NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	address TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	"trigger" TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	reply TEXT NOT NULL, 
	tries INTEGER NOT NULL, 
	changed VARCHAR(40) NOT NULL, 
	snapshot INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("plan", scope, day, kind, address), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "letters" VALUES(1,1,'','2021-01-01','between','a@example.org','hr@example.org','sent','before-7','План мероприятий','<a@example.org>','329bb04a87aac77cf61d740603a4a2285d9b39042fe414ea84e7c74b185f6db1','250 OK',1,'2021-01-01T09:30:00+03:00',2);
INSERT INTO "letters" VALUES(2,1,'','2021-01-01','between','b@example.org','hr@example.org','deferred','before-7','План мероприятий','<b@example.org>','329bb04a87aac77cf61d740603a4a2285d9b39042fe414ea84e7c74b185f6db1','250 OK',1,'2021-01-01T09:30:00+03:00',2);
INSERT INTO "letters" VALUES(3,1,'','2021-01-01','between','c@example.org','hr@example.org','pending','before-7','План мероприятий','<c@example.org>','329bb04a87aac77cf61d740603a4a2285d9b39042fe414ea84e7c74b185f6db1','',0,'2021-01-01T09:30:00+03:00',2);
CREATE TABLE links (
	"plan" INTEGER NOT NULL, 
	a INTEGER NOT NULL, 
	b INTEGER NOT NULL, 
	PRIMARY KEY ("plan", a, b), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "links" VALUES(1,1,2);
CREATE TABLE mended (
	"plan" INTEGER NOT NULL, 
	address TEXT NOT NULL, 
	day DATE NOT NULL, 
	PRIMARY KEY ("plan", address), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "mended" VALUES(1,'hr@example.org','2021-01-01');
CREATE TABLE places (
	"plan" INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	large BOOLEAN NOT NULL, 
	columns TEXT NOT NULL, 
	PRIMARY KEY ("plan", "key"), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "places" VALUES(1,'План',7,'План',1,'A:K');
CREATE TABLE plans (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	token VARCHAR(16) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
INSERT INTO "plans" VALUES(1,'план','eaf6b661');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	"plan" INTEGER NOT NULL, 
	started VARCHAR(40) NOT NULL, 
	ended VARCHAR(40), 
	exit_code INTEGER, 
	figures TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "runs" VALUES(1,1,'2021-01-01T09:30:00+03:00','2021-01-01T09:31:00+03:00',0,'{"letters": 3}');
CREATE TABLE sheetsync_version (
	version_num INTEGER NOT NULL
);
INSERT INTO "sheetsync_version" VALUES(6);
CREATE TABLE snapshots (
	"plan" INTEGER NOT NULL, 
	serial INTEGER NOT NULL, 
	taken VARCHAR(40) NOT NULL, 
	day DATE NOT NULL, 
	year INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	tab TEXT NOT NULL, 
	told BOOLEAN NOT NULL, 
	scope TEXT NOT NULL, 
	PRIMARY KEY ("plan", serial), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "snapshots" VALUES(1,1,'2021-01-01T09:30:00+03:00','2021-01-01',2021,'План мероприятий','План',0,'');
INSERT INTO "snapshots" VALUES(1,2,'2021-01-02T09:30:00+03:00','2021-01-02',2021,'План мероприятий','План',1,'');
CREATE TABLE spells (
	"plan" INTEGER NOT NULL, 
	identity INTEGER NOT NULL, 
	since INTEGER NOT NULL, 
	until INTEGER, 
	parent INTEGER, 
	"row" INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	measure INTEGER NOT NULL, 
	deadline INTEGER NOT NULL, 
	responsible INTEGER NOT NULL, 
	status INTEGER NOT NULL, 
	note INTEGER NOT NULL, 
	section INTEGER NOT NULL, 
	PRIMARY KEY ("plan", identity, since), 
	FOREIGN KEY("plan") REFERENCES plans (id), 
	FOREIGN KEY(number) REFERENCES texts (id), 
	FOREIGN KEY(measure) REFERENCES texts (id), 
	FOREIGN KEY(deadline) REFERENCES texts (id), 
	FOREIGN KEY(responsible) REFERENCES texts (id), 
	FOREIGN KEY(status) REFERENCES texts (id), 
	FOREIGN KEY(note) REFERENCES texts (id), 
	FOREIGN KEY(section) REFERENCES texts (id)
)
 WITHOUT ROWID

;
INSERT INTO "spells" VALUES(1,1,1,2,NULL,4,1,2,3,4,5,5,6);
INSERT INTO "spells" VALUES(1,1,2,NULL,NULL,4,1,2,3,4,9,5,6);
INSERT INTO "spells" VALUES(1,2,1,2,NULL,5,7,8,3,4,5,5,6);
INSERT INTO "spells" VALUES(1,3,2,NULL,NULL,6,10,11,3,4,5,5,6);
CREATE TABLE tellings (
	letter INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	identity INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	department TEXT NOT NULL, 
	due DATE, 
	stage TEXT NOT NULL, 
	PRIMARY KEY (letter, place), 
	FOREIGN KEY(letter) REFERENCES letters (id)
)
 WITHOUT ROWID

;
INSERT INTO "tellings" VALUES(1,0,1,'','Отдел кадров','2021-01-01','before-7');
INSERT INTO "tellings" VALUES(1,1,3,'март','Отдел кадров',NULL,'ask-02');
INSERT INTO "tellings" VALUES(2,0,1,'','Отдел кадров','2021-01-01','before-7');
INSERT INTO "tellings" VALUES(2,1,3,'март','Отдел кадров',NULL,'ask-02');
INSERT INTO "tellings" VALUES(3,0,1,'','Отдел кадров','2021-01-01','before-7');
INSERT INTO "tellings" VALUES(3,1,3,'март','Отдел кадров',NULL,'ask-02');
CREATE TABLE texts (
	id INTEGER NOT NULL, 
	"plan" INTEGER NOT NULL, 
	digest BLOB NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("plan", digest), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "texts" VALUES(1,1,X'CEA3878A334B240469D159FF840B6434','1');
INSERT INTO "texts" VALUES(2,1,X'ECC559426CDF0294E0F0E3702BF6F757','Провести заседание 1');
INSERT INTO "texts" VALUES(3,1,X'5AE685804C2E6E02393067D2C30E4535','май');
INSERT INTO "texts" VALUES(4,1,X'C21631A4A59507694D0CD8A705A8C8CF','Отдел кадров');
INSERT INTO "texts" VALUES(5,1,X'CAE66941D9EFBD404E4D88758EA67670','');
INSERT INTO "texts" VALUES(6,1,X'A8966DB378742A847111F7CCE997DD76','Раздел I');
INSERT INTO "texts" VALUES(7,1,X'4129E2A8044A57CE7635FD6023661CD6','2');
INSERT INTO "texts" VALUES(8,1,X'284326C585415C92EF4EFB5AC08A89C7','Провести заседание 2');
INSERT INTO "texts" VALUES(9,1,X'99738CD2491EBAD56517F09619921D38','Выполнено');
INSERT INTO "texts" VALUES(10,1,X'C3585B60B755FB13E6E65A16D20F1230','3');
INSERT INTO "texts" VALUES(11,1,X'DC3D5B49274B3030ADE87D7490F7DB5F','Провести заседание 3');
CREATE TABLE words (
	"plan" INTEGER NOT NULL, 
	identity INTEGER NOT NULL, 
	day DATE NOT NULL, 
	PRIMARY KEY ("plan", identity), 
	FOREIGN KEY("plan") REFERENCES plans (id)
);
INSERT INTO "words" VALUES(1,1,'2021-01-01');
INSERT INTO "words" VALUES(1,3,'2021-01-01');
CREATE INDEX letters_of_a_day ON letters (day);
CREATE INDEX runs_of_a_plan ON runs ("plan");
COMMIT;
